import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';

/** What can be done with everything chosen, at the foot of the screen. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <section className={`${classes.bulk} ju-no-print`} aria-label={t('table.bulk')}>
      <strong role="status">{t('table.chosen', { count })}</strong>
      <div className={classes.bulkActions}>{children}</div>
      <Button variant="subtle" className={classes.bulkClear} onClick={onClear}>
        {t('table.clear')}
      </Button>
    </section>
  );
}
