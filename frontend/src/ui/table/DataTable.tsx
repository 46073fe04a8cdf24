/**
 * The table of the house: sticky header and first column, rows of 44 or 36 px, sorting, selection with a
 * bar of actions at the foot, row actions on focus and hover, the same data as cards, print.
 */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Empty } from '../base/Empty';
import { ErrorPanel } from '../base/ErrorPanel';
import { Loading, RowSkeleton } from '../base/Loading';
import { BulkBar } from './BulkBar';
import classes from './DataTable.module.css';
import { Grid } from './Grid';
import { TableTools } from './TableTools';
import type { DataTableProps, View } from './types';

/** Up to this many are shown as cards unless somebody chose otherwise. */
const few = 12;

export function DataTable<T>(props: DataTableProps<T>) {
  const { rows, card, tools, note, loading, error, selection, onSelection, bulkActions } = props;
  const [compact, setCompact] = useState(false);
  const [chosen, setChosen] = useState<View>();
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false;
  const suits = phone || (rows.length <= few && !props.steady) ? 'cards' : 'table';
  const view: View = card ? (props.view ?? chosen ?? suits) : 'table';
  const there = !error && !loading;

  const chooseView = (next: View) => {
    setChosen(next);
    props.onView?.(next);
  };

  return (
    <div>
      {there || tools ? (
        <TableTools
          view={there && card && rows.length > 0 ? view : undefined}
          dense={there && rows.length > 0 && view === 'table'}
          onView={chooseView}
          compact={compact}
          onCompact={setCompact}
          count={there ? (props.total ?? rows.length) : undefined}
        >
          {tools}
        </TableTools>
      ) : null}
      {there && note ? <div className={classes.note}>{note}</div> : null}
      <Body {...props} view={view} compact={compact} />
      {there ? <More {...props} /> : null}
      {there && selection && selection.size > 0 && bulkActions ? (
        <BulkBar count={selection.size} onClear={() => onSelection?.(new Set())}>
          {bulkActions(selection)}
        </BulkBar>
      ) : null}
    </div>
  );
}

/** The rows, or what stands in their place. */
function Body<T>(props: DataTableProps<T> & { view: View; compact: boolean }) {
  const { rows, rowId, card, loading, error, onRetry, empty, view } = props;
  const { t } = useTranslation('ui');
  if (error) return <ErrorPanel error={error} onRetry={onRetry} />;
  if (loading) {
    return (
      <Loading>
        <RowSkeleton />
      </Loading>
    );
  }
  if (rows.length === 0) {
    return (
      <div className="ju-card">{empty ?? <Empty title={t('table.empty')} why={t('table.emptyWhy')} />}</div>
    );
  }
  if (view === 'table' || !card) return <Grid {...props} />;
  return (
    <ul className={classes.cards} aria-label={props.caption}>
      {rows.map((row) => (
        <li key={rowId(row)}>{card(row)}</li>
      ))}
    </ul>
  );
}

function More<T>({ rows, total, onMore, loadingMore }: DataTableProps<T>) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  if (!onMore) return null;
  return (
    <div className={`${classes.more} ju-no-print`}>
      <Button variant="default" onClick={onMore} loading={loadingMore}>
        {t('table.more')}
      </Button>
      {total === undefined ? null : (
        <span className={classes.count}>
          {t('table.shown', {
            shown: formatNumber(rows.length, language),
            total: formatNumber(total, language),
          })}
        </span>
      )}
    </div>
  );
}
