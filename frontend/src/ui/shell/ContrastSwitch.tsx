import { ActionIcon, Tooltip } from '@mantine/core';
import { IconContrast2, IconContrast2Filled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useContrast } from '../Providers';

/** 선명한 화면 on and off. */
export function ContrastSwitch() {
  const { t } = useTranslation('ui');
  const { contrast, setContrast } = useContrast();
  const on = contrast === 'high';
  return (
    <Tooltip label={t('shell.contrast')}>
      <ActionIcon
        aria-label={t('shell.contrast')}
        aria-pressed={on}
        onClick={() => setContrast(on ? 'standard' : 'high')}
      >
        {on ? (
          <IconContrast2Filled size={20} aria-hidden="true" />
        ) : (
          <IconContrast2 size={20} stroke={1.75} aria-hidden="true" />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
