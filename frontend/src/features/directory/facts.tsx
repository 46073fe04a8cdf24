/** Facts of records: values in words, what is not known left out. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateRange } from '@/lib/dates/dates';
import type { Language } from '@/lib/i18n/language';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoney } from '@/lib/money/money';
import type { Text } from '@/lib/text/bilingual';
import { formatNumber, languageName, listText } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Facts } from '@/ui/base/Facts';
import type { Company, Expert, Investor } from './api';
import classes from './Directory.module.css';
import { useValueName } from './names';

/** `10–126`, `10 이상` is `10–`; empty when nothing was agreed. */
export function countText(count: { min?: number; max?: number } | undefined, language: Language): string {
  if (!count || (count.min === undefined && count.max === undefined)) return '';
  return [count.min, count.max].map((n) => (n === undefined ? '' : formatNumber(n, language))).join('–');
}

/** `경기 안산`; a city that is its own region is said once. */
export function cityText({ region, city }: { region?: string; city?: string }): string {
  return [...new Set([region, city])].filter(Boolean).join(' ');
}

/** A box of facts with a heading; nothing at all when nothing is known. */
export function FactBox({ title, rows }: { title?: string; rows: [string, ReactNode][] }) {
  const { t } = useTranslation('directory');
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <section className={`ju-card ${classes.box}`}>
      {title ? <h2 className={classes.heading}>{title}</h2> : null}
      <Facts rows={known.map(([id, value]) => ({ id, label: t(`field.${id}`), value }))} />
    </section>
  );
}

/** Makers of values for facts; each gives null when nothing is known. */
export function useFactValues() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const name = useValueName();
  return {
    language,
    name,
    text: (text: Text | undefined): ReactNode => (text ? <BiText text={text} /> : null),
    one: (field: string, value: string | undefined) => (value ? name(field, value) : null),
    list: (field: string, values: string[] | undefined) =>
      values && values.length > 0
        ? listText(
            values.map((value) => name(field, value)),
            language,
          )
        : null,
    number: (value: number | undefined, unit: string) =>
      value === undefined ? null : t(`with.${unit}`, { count: value, number: formatNumber(value, language) }),
    spoken: (languages: Expert['languages']) =>
      languages && languages.length > 0
        ? languages
            .map(({ code, level }) =>
              level
                ? `${languageName(code, language)} (${t(`words:languageLevel.${level}`)})`
                : languageName(code, language),
            )
            .join(', ')
        : null,
    periods: (periods: Expert['unavailable']) =>
      periods && periods.length > 0
        ? periods
            .map(({ from, to }) =>
              from && to
                ? formatDateRange(from, to, language)
                : [from, to].map((day) => (day ? formatDate(day, language) : '')).join('–'),
            )
            .join(', ')
        : null,
    site: (address: string | undefined): ReactNode =>
      address && /^https?:\/\//.test(address) ? (
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      ) : (
        (address ?? null)
      ),
    place: (record: { country?: string; region?: string; city?: string }) =>
      [record.country ? name('country', record.country) : '', cityText(record)].filter(Boolean).join(' ') ||
      null,
    revenue: (years: Company['revenue']): ReactNode =>
      years && years.length > 0 ? (
        <ul className={classes.plain}>
          {[...years]
            .sort((a, b) => b.year - a.year)
            .map((item) => (
              <li key={item.year}>
                {t('yearAmount', { year: item.year, amount: formatMoney(item.amount, language) })}
              </li>
            ))}
        </ul>
      ) : null,
    certificates: (items: Company['certificates']): ReactNode =>
      items && items.length > 0 ? (
        <ul className={classes.plain}>
          {items.map((item) => (
            <li key={`${item.kind} ${item.number}`}>
              {item.kind}
              {item.expires ? ` · ${t('until', { date: formatDate(item.expires, language) })}` : ''}
            </li>
          ))}
        </ul>
      ) : null,
    topics: (topics: Expert['topics']) =>
      topics && topics.length > 0
        ? topics
            .map(({ topic, years }) => (years ? t('topicYears', { topic, count: years }) : topic))
            .join(', ')
        : null,
    stages: (stages: Investor['stages']) =>
      stages && stages.length > 0
        ? listText(
            stages.map((stage) => name('stage', stage)),
            language,
          )
        : null,
  };
}
