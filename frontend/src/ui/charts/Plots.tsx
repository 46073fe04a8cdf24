/** Bars and stacked bars, lying, with direct labels. Loaded lazily: see index.ts. */
import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useMediaQuery } from '@mantine/hooks';
import type { Language } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { colour } from '../theme';

const series = [
  colour('chart1'),
  colour('chart2'),
  colour('chart3'),
  colour('chart4'),
  colour('chart5'),
  colour('chart6'),
];

/** Height of one bar with its space, in pixels. */
const step = 36;

export interface BarRow {
  label: string;
  value: number;
}

export interface BarsProps {
  rows: BarRow[];
  /** The name of the value, e.g. 수요. */
  name: string;
  /** Index of the row that the finding is about, drawn in full colour; rows of the same value share it. */
  marked?: number;
}

function useLabelWidth(labels: string[]): number {
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false;
  // A Hangul syllable is about as wide as the type is high, a Latin letter about half.
  const widest = Math.max(
    ...labels.map((label) => [...label].reduce((sum, c) => sum + (c > '\u1100' ? 13.5 : 7.5), 0)),
    40,
  );
  return Math.min(widest + 14, phone ? 110 : 200);
}

const axis = { tick: { fontSize: 13, fill: colour('text'), style: { transform: 'none' } } };

export function Bars({ rows, name, marked }: BarsProps) {
  const language = useLanguage();
  const width = useLabelWidth(rows.map((row) => row.label));
  return (
    <BarChart
      h={rows.length * step + 8}
      data={rows.map((row) => ({ ...row, [name]: row.value }))}
      dataKey="label"
      orientation="vertical"
      series={[{ name, color: series[0] ?? '' }]}
      withXAxis={false}
      gridAxis="none"
      withTooltip={false}
      withBarValueLabel
      valueFormatter={(value) => formatNumber(value, language, 1)}
      valueLabelProps={{ position: 'right', fontSize: 13, fontWeight: 600, fill: colour('text') }}
      yAxisProps={{ width, interval: 0, axisLine: false, tickLine: false, ...axis }}
      barProps={{ isAnimationActive: false, radius: [0, 3, 3, 0], barSize: 18 }}
      barChartProps={{ margin: { top: 0, right: 48, bottom: 0, left: 0 }, accessibilityLayer: false }}
      getBarColor={
        marked === undefined
          ? undefined
          : (value) => (rows[marked]?.value === value ? colour('chart1') : colour('chart6'))
      }
    />
  );
}

export interface StackedProps {
  rows: { label: string; values: number[] }[];
  /** The names of the values, in the order of the colours. */
  names: string[];
}

/** A segment's own value, not where it ends: the drawing library labels stacked bars with running totals. */
export function ownLabel(name: string, language: Language) {
  return {
    position: 'center' as const,
    fontSize: 13,
    fontWeight: 600,
    fill: colour('surface'),
    valueAccessor: (entry: { payload?: unknown }): string => {
      const value = Number((entry.payload as Record<string, unknown> | undefined)?.[name] ?? 0);
      return value === 0 ? '' : formatNumber(value, language, 1);
    },
  };
}

export function Stacked({ rows, names }: StackedProps) {
  const language = useLanguage();
  const width = useLabelWidth(rows.map((row) => row.label));
  return (
    <BarChart
      h={rows.length * step + 40}
      data={rows.map((row) => ({
        label: row.label,
        ...Object.fromEntries(names.map((n, i) => [n, row.values[i] ?? 0])),
      }))}
      dataKey="label"
      orientation="vertical"
      type="stacked"
      series={names.map((name, i) => ({ name, color: series[i % series.length] ?? '' }))}
      withXAxis={false}
      gridAxis="none"
      withTooltip={false}
      withLegend
      legendProps={{ verticalAlign: 'top', height: 32, itemSorter: null }}
      valueFormatter={(value) => formatNumber(value, language, 1)}
      yAxisProps={{ width, interval: 0, axisLine: false, tickLine: false, ...axis }}
      barProps={(one) => ({
        isAnimationActive: false,
        barSize: 20,
        stroke: colour('surface'),
        strokeWidth: 1,
        label: ownLabel(one.name, language),
      })}
      barChartProps={{ margin: { top: 0, right: 12, bottom: 0, left: 0 }, accessibilityLayer: false }}
    />
  );
}
