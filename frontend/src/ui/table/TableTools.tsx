import { ActionIcon, SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconLayoutGrid,
  IconTable,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import classes from './DataTable.module.css';
import type { View } from './types';

interface TableToolsProps {
  children?: ReactNode;
  /** Undefined when there are no cards to switch to. */
  view?: View;
  onView: (view: View) => void;
  /** There are rows whose height can be changed. */
  dense: boolean;
  compact: boolean;
  onCompact: (compact: boolean) => void;
  /** Undefined while it is not known. */
  count: number | undefined;
}

export function TableTools({ children, view, onView, dense, compact, onCompact, count }: TableToolsProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const Density = compact ? IconBaselineDensityMedium : IconBaselineDensitySmall;
  return (
    <div className={`${classes.tools} ju-no-print`}>
      <div className={classes.toolsLeft}>{children}</div>
      <span className={classes.count} role="status">
        {count === undefined ? '' : t('table.count', { count, number: formatNumber(count, language) })}
      </span>
      {dense ? (
        <Tooltip label={compact ? t('table.comfortable') : t('table.compact')}>
          <ActionIcon
            aria-label={compact ? t('table.comfortable') : t('table.compact')}
            onClick={() => onCompact(!compact)}
          >
            <Density size={20} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {view ? (
        <SegmentedControl
          aria-label={t('table.view')}
          value={view}
          onChange={(next) => onView(next as View)}
          data={[
            {
              value: 'cards',
              label: (
                <ViewLabel icon={<IconLayoutGrid size={18} aria-hidden="true" />} word={t('table.cards')} />
              ),
            },
            {
              value: 'table',
              label: <ViewLabel icon={<IconTable size={18} aria-hidden="true" />} word={t('table.table')} />,
            },
          ]}
        />
      ) : null}
    </div>
  );
}

function ViewLabel({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span className={classes.viewLabel}>
      {icon}
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}
