import type { ReactNode } from 'react';

export interface Column<T> {
  id: string;
  header: string;
  /** Stands behind the header: "(원)", "(건)". */
  unit?: string;
  cell: (row: T) => ReactNode;
  /** What the column is sorted by; without it, it is not sorted. Null sorts last. */
  sortValue?: (row: T) => string | number | null;
  /** Numbers are right-aligned. */
  numeric?: boolean;
  /** Least width in rem. */
  minWidth?: number;
  /** Left out of the table until asked for. */
  hidden?: boolean;
}

export interface Sort {
  id: string;
  descending: boolean;
}

export type View = 'table' | 'cards';

export interface DataTableProps<T> {
  /** Names the table for screen readers and print. */
  caption: string;
  columns: Column<T>[];
  rows: T[];
  rowId: (row: T) => string;
  /** The row's name, for its checkbox and actions. */
  rowName: (row: T) => string;
  sort?: Sort;
  /** Given when the server sorts; otherwise the table sorts what it has. */
  onSort?: (sort: Sort | undefined) => void;
  selection?: ReadonlySet<string>;
  onSelection?: (ids: Set<string>) => void;
  bulkActions?: (ids: ReadonlySet<string>) => ReactNode;
  /** Buttons at the end of a row, shown on focus and hover. */
  rowActions?: (row: T) => ReactNode;
  /** Makes a card of a row; with it, table and cards can be switched. */
  card?: (row: T) => ReactNode;
  view?: View;
  onView?: (view: View) => void;
  /** Unless somebody chose otherwise, a table on a desk however few rows there are. */
  steady?: boolean;
  /** Search field, filters: left in the bar above the table, also while it loads or after it failed. */
  tools?: ReactNode;
  /** Stands between the bar and the rows. */
  note?: ReactNode;
  loading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  empty?: ReactNode;
  /** All that match, where the server counts them. */
  total?: number;
  /** Loads the next page; without it everything is here. */
  onMore?: () => void;
  loadingMore?: boolean;
}
