/** A text with the places marked at which the words of a search stand. */
import { type Ranges, segments } from '@/lib/search/marks';
import classes from './Marked.module.css';

export interface MarkedProps {
  text: string;
  /** Start and end of each place in UTF-16 units. */
  ranges?: Ranges | null | undefined;
}

export function Marked({ text, ranges }: MarkedProps) {
  if (!ranges || ranges.length === 0) return <>{text}</>;
  return segments(text, ranges).map((segment) =>
    segment.marked ? (
      <mark key={segment.start} className={classes.mark}>
        {segment.text}
      </mark>
    ) : (
      segment.text
    ),
  );
}
