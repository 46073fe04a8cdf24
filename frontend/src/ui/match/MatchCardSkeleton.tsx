import { Skeleton } from '@mantine/core';
import classes from './MatchCard.module.css';

/** A match card that is still coming, in its real layout. */
export function MatchCardSkeleton() {
  return (
    <div className={`${classes.card} ju-card`} aria-hidden="true">
      <div className={classes.head}>
        <Skeleton height={44} width={44} radius="lg" />
        <div className={classes.who}>
          <Skeleton height={20} width="40%" />
          <Skeleton height={14} width="70%" mt={10} />
        </div>
        <div className={classes.marks}>
          <Skeleton height={32} width={104} />
          <Skeleton height={32} width={104} />
        </div>
      </div>
      <Skeleton height={16} width="80%" />
      <Skeleton height={14} />
      <Skeleton height={64} />
    </div>
  );
}
