/** A figure with its name and what it means. One per page may be large. */
import type { ReactNode } from 'react';
import classes from './KeyFigure.module.css';

export interface KeyFigureProps {
  name: string;
  value: ReactNode;
  unit?: string;
  /** "지난주보다 3곳 늘었습니다" */
  note?: ReactNode;
  /** The one key figure of the page: 44 px. */
  large?: boolean;
}

export function KeyFigure({ name, value, unit, note, large = false }: KeyFigureProps) {
  return (
    <dl className={`${classes.figure} ju-card`} data-large={large || undefined}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>
        {value}
        {unit ? <span className={classes.unit}>{unit}</span> : null}
      </dd>
      {note ? <dd className={classes.note}>{note}</dd> : null}
    </dl>
  );
}
