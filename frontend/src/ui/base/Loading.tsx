/** Waiting: nothing for 200 ms, then a skeleton of the real layout and a spoken word. */
import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Loading.module.css';

/** How long a wait stays invisible, in milliseconds. */
const patience = 200;

function useAfter(milliseconds: number): boolean {
  const [passed, setPassed] = useState(milliseconds <= 0);
  useEffect(() => {
    if (milliseconds <= 0) return;
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}

export interface LoadingProps {
  /** A skeleton in the shape of what will come; lines by default. */
  children?: ReactNode;
  /** Milliseconds before anything shows. */
  after?: number;
}

export function Loading({ children, after = patience }: LoadingProps) {
  const { t } = useTranslation('ui');
  const visible = useAfter(after);
  return (
    <div aria-busy="true">
      <span className="ju-visually-hidden" role="status">
        {visible ? t('loading') : ''}
      </span>
      {visible ? <div aria-hidden="true">{children ?? <LineSkeleton lines={4} />}</div> : null}
    </div>
  );
}

const keys = (count: number): string[] => Array.from({ length: count }, (_, i) => `bar-${i}`);

/** Lines of text that are still coming. */
export function LineSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={classes.lines}>
      {keys(lines).map((key, i) => (
        <Skeleton key={key} height={14} width={i === lines - 1 ? '60%' : '100%'} />
      ))}
    </div>
  );
}

/** A list or table of rows that are still coming. */
export function RowSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className="ju-card">
      {keys(rows).map((key) => (
        <div key={key} className={classes.row}>
          <Skeleton height={14} width="26%" />
          <Skeleton height={14} width="44%" />
          <Skeleton height={14} width="14%" ml="auto" />
        </div>
      ))}
    </div>
  );
}
