import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Column as TableColumn } from '@tanstack/react-table';
import classes from './DataTable.module.css';
import type { Column } from './types';

const states = { asc: 'ascending', desc: 'descending' } as const;

/** A column's head; a button when the column can be sorted. */
export function SortHeader({ column }: { column: TableColumn<unknown> }) {
  const own = column.columnDef.meta as Column<unknown>;
  const sorted = column.getIsSorted();
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort;
  const words = (
    <>
      {own.header}
      {own.unit ? <span className={classes.unit}>{own.unit}</span> : null}
    </>
  );
  return (
    <th
      scope="col"
      className={own.numeric ? 'ju-number' : undefined}
      aria-sort={sorted ? states[sorted] : undefined}
      style={own.minWidth ? { minWidth: `${own.minWidth}rem` } : undefined}
    >
      {column.getCanSort() ? (
        <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
          {words}
          <Icon size={14} stroke={2} aria-hidden="true" data-sorted={sorted || undefined} />
        </button>
      ) : (
        words
      )}
    </th>
  );
}
