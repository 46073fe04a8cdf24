/** Facts of a record as terms and their values. */
import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface Fact {
  id: string;
  label: string;
  value: ReactNode;
}

export function Facts({ rows }: { rows: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map((row) => (
        <div key={row.id} className={classes.row}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
