import { Checkbox } from '@mantine/core';
import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type Row,
  type SortingState,
  type Column as TableColumn,
  useReactTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { collator } from '@/lib/text/collate';
import { ScrollRegion } from '../base/ScrollRegion';
import classes from './DataTable.module.css';
import { SortHeader } from './SortHeader';
import type { Column, DataTableProps, Sort } from './types';

/** From this many rows only those in view are drawn. */
const many = 150;

type Value = string | number | null;

function compareValues(a: Value, b: Value, text: Intl.Collator): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return text.compare(String(a), String(b));
}

/** The table's columns as TanStack wants them; what is not known sorts last in both directions. */
function useColumns<T>(columns: Column<T>[]): ColumnDef<T>[] {
  const language = useLanguage();
  return useMemo(
    () =>
      columns
        .filter((column) => !column.hidden)
        .map((column) => ({
          id: column.id,
          accessorFn: (row: T) => column.sortValue?.(row) ?? undefined,
          enableSorting: column.sortValue !== undefined,
          sortUndefined: 'last' as const,
          sortingFn: (a: Row<T>, b: Row<T>, id: string) =>
            compareValues(a.getValue<Value>(id), b.getValue<Value>(id), collator(language)),
          meta: column,
        })),
    [columns, language],
  );
}

const toState = (sort: Sort | undefined): SortingState =>
  sort ? [{ id: sort.id, desc: sort.descending }] : [];

export function Grid<T>(props: DataTableProps<T> & { compact: boolean }) {
  const { rows, rowId, caption, columns, sort, onSort, selection, onSelection, rowActions, compact } = props;
  const { t } = useTranslation('ui');
  const [own, setOwn] = useState<Sort | undefined>(sort);
  const scroll = useRef<HTMLElement>(null);
  const current = onSort ? sort : own;
  const sorting = useMemo(() => toState(current), [current]);
  const table = useReactTable<T>({
    data: rows,
    columns: useColumns(columns),
    getRowId: rowId,
    state: { sorting },
    // There are no pages: resetting one would draw the table again, and again.
    autoResetAll: false,
    manualSorting: onSort !== undefined,
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      const first = next[0];
      (onSort ?? setOwn)(first ? { id: first.id, descending: first.desc } : undefined);
    },
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const sorted = table.getRowModel().rows;
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const all = rows.length > 0 && rows.every((row) => selection?.has(rowId(row)));

  return (
    <ScrollRegion
      className={classes.scroll}
      ref={scroll}
      aria-label={caption}
      data-compact={compact || undefined}
    >
      <table
        className={classes.table}
        aria-rowcount={sorted.length + 1}
        data-selectable={onSelection ? true : undefined}
      >
        <caption className="ju-visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {onSelection ? (
              <th scope="col" className={classes.tick}>
                <Checkbox
                  aria-label={t('table.selectAll')}
                  checked={all}
                  indeterminate={!all && (selection?.size ?? 0) > 0}
                  onChange={() => onSelection(all ? new Set() : new Set(rows.map(rowId)))}
                />
              </th>
            ) : null}
            {heads.map((head) => (
              <SortHeader key={head.id} column={head.column as TableColumn<unknown>} />
            ))}
            {rowActions ? (
              <th scope="col" className="ju-no-print">
                <span className="ju-visually-hidden">{t('table.actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        {sorted.length > many ? (
          <VirtualBody {...props} sorted={sorted} scroll={scroll} />
        ) : (
          <tbody>
            {sorted.map((row, i) => (
              <Line key={row.id} {...props} row={row} index={i} />
            ))}
          </tbody>
        )}
      </table>
    </ScrollRegion>
  );
}

interface VirtualProps<T> extends DataTableProps<T> {
  sorted: Row<T>[];
  scroll: React.RefObject<HTMLElement | null>;
  compact: boolean;
}

/** Only the rows in view, between two spacers that keep the scroll bar true. */
function VirtualBody<T>({ sorted, scroll, ...props }: VirtualProps<T>) {
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (props.compact ? 36 : 44),
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody>
      {before > 0 ? <Spacer height={before} /> : null}
      {items.map((item) => {
        const row = sorted[item.index];
        return row ? (
          <Line key={row.id} {...props} row={row} index={item.index} measure={virtual.measureElement} />
        ) : null;
      })}
      {after > 0 ? <Spacer height={after} /> : null}
    </tbody>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

interface LineProps<T> extends DataTableProps<T> {
  row: Row<T>;
  index: number;
  measure?: (element: HTMLTableRowElement | null) => void;
}

function Line<T>({ row, index, measure, rowName, selection, onSelection, rowActions }: LineProps<T>) {
  const { t } = useTranslation('ui');
  const chosen = selection?.has(row.id) ?? false;
  const toggle = () => {
    const next = new Set(selection);
    if (!next.delete(row.id)) next.add(row.id);
    onSelection?.(next);
  };
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-chosen={chosen || undefined}>
      {onSelection ? (
        <td className={classes.tick}>
          <Checkbox
            aria-label={t('table.select', { name: rowName(row.original) })}
            checked={chosen}
            onChange={toggle}
          />
        </td>
      ) : null}
      {row.getVisibleCells().map((cell, i) => {
        const column = cell.column.columnDef.meta as Column<T>;
        const className = column.numeric ? 'ju-number' : undefined;
        return i === 0 ? (
          <th key={cell.id} scope="row" className={className}>
            {column.cell(row.original)}
          </th>
        ) : (
          <td key={cell.id} className={className}>
            {column.cell(row.original)}
          </td>
        );
      })}
      {rowActions ? (
        <td className={`${classes.actions} ju-no-print`}>
          <span>{rowActions(row.original)}</span>
        </td>
      ) : null}
    </tr>
  );
}
