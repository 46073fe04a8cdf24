/** Who is covered, by region, field and newcomer: matched, wishing, and nobody yet. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { industryName } from '@/lib/match/sentences';
import { formatNumber } from '@/lib/words/names';
import { ChartFrame, Stacked } from '@/ui/charts';
import type { Overview } from './api';
import classes from './Overview.module.css';

type Group = Overview['coverage']['region'][number];
type By = keyof Overview['coverage'];

/** Groups of a plot, the largest; the table behind it has them all. */
const most = 10;

/** Companies that are matched, that only wish for somebody, and that have nobody. */
export function split(group: Group): [number, number, number] {
  const matched = Math.min(group.matched, group.covered);
  return [matched, group.covered - matched, Math.max(0, group.companies - group.covered)];
}

/** The group with the most companies without anybody. */
export function widest(groups: readonly Group[]): Group | undefined {
  return groups.reduce<Group | undefined>(
    (worst, group) => (!worst || split(group)[2] > split(worst)[2] ? group : worst),
    undefined,
  );
}

export function Coverage({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  return (
    <section aria-labelledby="coverage" className={classes.group}>
      <h2 id="coverage" className={classes.heading}>
        {t('coverage.title')}
      </h2>
      <div className={classes.charts}>
        {(['region', 'field', 'newcomer'] as const).map((by) => (
          <CoverageBy key={by} by={by} groups={overview.coverage[by]} />
        ))}
      </div>
    </section>
  );
}

function CoverageBy({ by, groups }: { by: By; groups: Group[] }) {
  const { t } = useTranslation(['programme', 'words']);
  const language = useLanguage();
  const name = (value: string): string => {
    if (value === '') return t('programme:coverage.unknown');
    if (by === 'field') return industryName(value, { t, language });
    return by === 'newcomer' ? t(`programme:coverage.${value}`, { defaultValue: value }) : value;
  };
  const names = (['matched', 'wanted', 'nobody'] as const).map((id) => t(`programme:coverage.${id}`));
  const worst = widest(groups);
  const gap = worst ? split(worst)[2] : 0;
  return (
    <ChartFrame
      finding={
        gap === 0
          ? t('programme:coverage.all')
          : t(`programme:coverage.finding_${by}`, { group: name(worst?.value ?? ''), count: gap })
      }
      what={t(`programme:coverage.what_${by}`)}
      empty={groups.length === 0}
      emptyWhy={t('programme:coverage.empty')}
      table={{
        columns: [
          { label: t(`programme:coverage.by_${by}`) },
          ...[t('programme:column.companies'), ...names].map((label) => ({
            label,
            unit: t('programme:column.places'),
            numeric: true,
          })),
        ],
        rows: groups.map((group) => [
          name(group.value),
          ...[group.companies, ...split(group)].map((value) => formatNumber(value, language)),
        ]),
      }}
    >
      <Stacked
        rows={groups.slice(0, most).map((group) => ({ label: name(group.value), values: split(group) }))}
        names={names}
      />
    </ChartFrame>
  );
}
