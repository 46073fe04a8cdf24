import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './tools.module.css';
import type { CohortChoice } from './types';

/** Which cohort (기수) the page is about. */
export function CohortSelect({ value, options, onChange }: CohortChoice) {
  const { t } = useTranslation('ui');
  const current = options.find((option) => option.value === value);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.cohort}>
          <span className="ju-visually-hidden">{t('shell.cohort')}</span>
          <span className={classes.cohortName}>{current?.label ?? t('shell.cohort')}</span>
          <IconChevronDown size={18} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.cohort')}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            onClick={() => onChange(option.value)}
            aria-current={option.value === value ? 'true' : undefined}
            rightSection={option.value === value ? <IconCheck size={18} aria-hidden="true" /> : null}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
