/** The mark: three rising steps, the last one lit. */
import { colour } from '../theme';

export interface MarkProps {
  /** Side in pixels. */
  size?: number;
  /** On ink the first steps are white, on white they are ink. */
  on?: 'ink' | 'white';
}

export function Mark({ size = 28, on = 'ink' }: MarkProps) {
  const base = colour(on === 'ink' ? 'inkText' : 'ink');
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="2" y="17" width="7" height="9" rx="1.75" fill={base} opacity="0.6" />
      <rect x="10.5" y="10.5" width="7" height="15.5" rx="1.75" fill={base} opacity="0.85" />
      <rect x="19" y="3" width="7" height="23" rx="1.75" fill={colour('coral')} />
    </svg>
  );
}
