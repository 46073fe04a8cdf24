/** How full institutions and experts are. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { formatNumber, formatShare } from '@/lib/words/names';
import { Link } from '@/ui/base/Link';
import { Bars, ChartFrame, Stacked } from '@/ui/charts';
import type { Overview } from './api';

export function InstitutionLoad({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const institutions = overview.institution_load;
  const share = (item: (typeof institutions)[number]) => (item.capacity > 0 ? item.load / item.capacity : 0);
  const fullest = [...institutions].sort((a, b) => share(b) - share(a))[0];
  return (
    <ChartFrame
      finding={t('load.finding', {
        name: plain(fullest?.name, language),
        share: formatShare(fullest ? share(fullest) : 0, language),
      })}
      what={t('load.what')}
      empty={institutions.length === 0}
      emptyWhy={t('load.empty')}
      table={{
        columns: [
          { label: t('column.institution') },
          { label: t('column.experts'), unit: t('column.persons'), numeric: true },
          { label: t('column.load'), unit: t('column.places'), numeric: true },
          { label: t('column.capacity'), unit: t('column.places'), numeric: true },
          { label: t('column.unstated'), unit: t('column.persons'), numeric: true },
          { label: t('column.agreed'), unit: t('column.places'), numeric: true },
        ],
        rows: institutions.map((item) => [
          <Link key={item.id} href={`/institutions/${encodeURIComponent(item.id)}`}>
            {plain(item.name, language) || item.id}
          </Link>,
          number(item.experts),
          number(item.load),
          number(item.capacity),
          number(item.unstated),
          agreed(item.agreed, number),
        ]),
      }}
    >
      <Stacked
        rows={institutions.map((item) => ({
          label: plain(item.name, language) || item.id,
          values: [item.load, Math.max(0, item.capacity - item.load)],
        }))}
        names={[t('column.load'), t('load.free')]}
      />
    </ChartFrame>
  );
}

function agreed(
  count: { min?: number; max?: number } | undefined,
  number: (value: number) => string,
): string {
  if (!count) return '';
  return [count.min, count.max].map((value) => (value === undefined ? '' : number(value))).join('–');
}

export function ExpertSpread({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const spread = overview.load_spread;
  const total = spread.reduce((sum, item) => sum + item.count, 0);
  const idle = spread.find((item) => item.value === 'idle')?.count ?? 0;
  const at = spread.findIndex((item) => item.value === 'idle');
  const name = (value: string) => t(`spread.${value}`, { defaultValue: value });
  return (
    <ChartFrame
      finding={t('spread.finding', { count: idle, total: formatNumber(total, language) })}
      what={t('spread.what')}
      empty={total === 0}
      emptyWhy={t('spread.empty')}
      table={{
        columns: [
          { label: t('column.fullness') },
          { label: t('column.experts'), unit: t('column.persons'), numeric: true },
        ],
        rows: spread.map((item) => [name(item.value), formatNumber(item.count, language)]),
      }}
    >
      <Bars
        rows={spread.map((item) => ({ label: name(item.value), value: item.count }))}
        name={t('column.experts')}
        {...(at >= 0 ? { marked: at } : {})}
      />
    </ChartFrame>
  );
}
