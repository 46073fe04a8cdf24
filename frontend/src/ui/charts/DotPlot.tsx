/**
 * One dot per company: every single one is seen, the worst-off in coral and named. Dots of nearly the same
 * value are stacked, so that the height shows how many there are.
 */
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { colour } from '../theme';
import classes from './DotPlot.module.css';

export interface Dot {
  id: string;
  label: string;
  value: number;
}

export interface DotPlotProps {
  dots: Dot[];
  /** Ends of the axis; from the data when missing. */
  from?: number;
  to?: number;
  /** What the axis shows, with its unit. */
  axis: string;
  /** The dot that stands out: the worst-off. */
  markedId?: string;
}

const radius = 5;
const gap = 11;

export interface Placed {
  dot: Dot;
  column: number;
  level: number;
}

/** Dots by column of the axis, each stacked on those before it. */
export function stack(dots: readonly Dot[], from: number, to: number, columns: number): Placed[] {
  const heights = new Map<number, number>();
  const span = to - from || 1;
  return [...dots]
    .sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))
    .map((dot) => {
      const share = Math.min(1, Math.max(0, (dot.value - from) / span));
      const column = Math.min(columns - 1, Math.floor(share * columns));
      const level = heights.get(column) ?? 0;
      heights.set(column, level + 1);
      return { dot, column, level };
    });
}

export function DotPlot({ dots, from, to, axis, markedId }: DotPlotProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const values = dots.map((dot) => dot.value);
  const low = from ?? Math.min(...values);
  const high = to ?? Math.max(...values);
  const inner = Math.max(120, width) - 2 * radius - 4;
  const columns = Math.max(8, Math.floor(inner / gap));
  const placed = stack(dots, low, high, columns);
  const tallest = Math.max(1, ...placed.map((p) => p.level + 1));
  const top = 30;
  const base = top + tallest * gap;
  const x = (column: number) => radius + 2 + ((column + 0.5) / columns) * inner;
  const marked = placed.find((p) => p.dot.id === markedId);
  const middle = x(columns / 2);

  return (
    <div ref={ref} className={classes.plot}>
      <svg width="100%" height={base + 44} aria-hidden="true" focusable="false">
        <line x1={0} x2="100%" y1={base + 2} y2={base + 2} className={classes.line} />
        {placed.map((p) => (
          <circle
            key={p.dot.id}
            cx={x(p.column)}
            cy={base - radius - 1 - p.level * gap}
            r={p.dot.id === markedId ? radius + 1 : radius}
            fill={p.dot.id === markedId ? colour('coralText') : colour('chart1')}
          >
            <title>
              {t('chart.dot', { label: p.dot.label, value: formatNumber(p.dot.value, language, 2) })}
            </title>
          </circle>
        ))}
        {marked ? (
          <g>
            <line
              x1={x(marked.column)}
              x2={x(marked.column)}
              y1={22}
              y2={base - marked.level * gap - 2 * radius - 4}
              className={classes.pointer}
            />
            <text
              x={x(marked.column)}
              y={16}
              textAnchor={x(marked.column) > middle ? 'end' : 'start'}
              className={classes.marked}
            >
              {t('chart.dot', {
                label: marked.dot.label,
                value: formatNumber(marked.dot.value, language, 2),
              })}
            </text>
          </g>
        ) : null}
        <text x={0} y={base + 20} className={classes.tick}>
          {formatNumber(low, language, 2)}
        </text>
        <text x="100%" y={base + 20} textAnchor="end" className={classes.tick}>
          {formatNumber(high, language, 2)}
        </text>
        <text x="50%" y={base + 38} textAnchor="middle" className={classes.tick}>
          {axis}
        </text>
      </svg>
    </div>
  );
}
