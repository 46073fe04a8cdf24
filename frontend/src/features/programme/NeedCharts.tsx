/** What companies need, and how far their needs have come. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Bars, ChartFrame } from '@/ui/charts';
import type { Overview } from './api';

/** Bars of a plot; the table behind it has them all. */
const most = 10;

type Counts = Overview['needs_by_topic'];

/** Index of the largest count; 0 when there is none. */
const largest = (counts: Counts): number =>
  counts.reduce((best, item, i) => (item.count > (counts[best]?.count ?? 0) ? i : best), 0);

function useCountTable(counts: Counts, label: string, name: (value: string) => string) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  return {
    columns: [{ label }, { label: t('column.needs'), unit: t('column.count'), numeric: true }],
    rows: counts.map((item) => [name(item.value), formatNumber(item.count, language)]),
  };
}

export function ByTopic({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  const counts = overview.needs_by_topic;
  const top = counts[0];
  return (
    <ChartFrame
      finding={t('topic.finding', { topic: top?.value ?? '', count: top?.count ?? 0 })}
      what={t('topic.what')}
      table={useCountTable(counts, t('column.topic'), (value) => value)}
      empty={!top}
      emptyWhy={t('topic.empty')}
    >
      <Bars
        rows={counts.slice(0, most).map((item) => ({ label: item.value, value: item.count }))}
        name={t('column.needs')}
        marked={0}
      />
    </ChartFrame>
  );
}

export function ByState({ overview }: { overview: Overview }) {
  const { t } = useTranslation(['programme', 'words']);
  const counts = overview.needs_by_state;
  const at = largest(counts);
  const top = counts[at];
  const name = (state: string) => t(`words:needState.${state}`, { defaultValue: state });
  return (
    <ChartFrame
      finding={t('programme:byState.finding', { state: name(top?.value ?? ''), count: top?.count ?? 0 })}
      what={t('programme:byState.what')}
      table={useCountTable(counts, t('programme:column.state'), name)}
      empty={!top || top.count === 0}
      emptyWhy={t('programme:topic.empty')}
    >
      <Bars
        rows={counts.map((item) => ({ label: name(item.value), value: item.count }))}
        name={t('programme:column.needs')}
        marked={at}
      />
    </ChartFrame>
  );
}
