/** A need in full, as others read it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoney } from '@/lib/money/money';
import { countryName, languageName, listText } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Facts } from '@/ui/base/Facts';
import type { Need } from './api';

export function NeedSummary({ need }: { need: Need }) {
  const { t } = useTranslation(['needs', 'words']);
  const language = useLanguage();
  const list = (items: string[] | undefined, name: (code: string) => string = (x) => x) =>
    items && items.length > 0 ? listText(items.map(name), language) : null;
  const rows: [string, ReactNode][] = [
    ['kind', t(`words:needKind.${need.kind}`)],
    ['title', need.title ? <BiText key="t" text={need.title} /> : null],
    ['detail', need.detail ? <BiText key="d" text={need.detail} /> : null],
    ['topics', list(need.topics)],
    ['fields', list(need.fields, (f) => t(`words:field.${f}`, { defaultValue: f }))],
    ['markets', list(need.markets, (code) => countryName(code, language))],
    ['languages', list(need.languages, (code) => languageName(code, language))],
    ['tags', list(need.tags)],
    ['stage', need.stage ? t(`words:stage.${need.stage}`) : null],
    ['amount', amount(need.amount, language)],
    [
      'instrument',
      need.instrument
        ? t(`words:instrument.${need.instrument.toLowerCase()}`, { defaultValue: need.instrument })
        : null,
    ],
    ['useOfFunds', need.use_of_funds ? <BiText key="u" text={need.use_of_funds} /> : null],
    ['due', need.due ? formatDate(need.due, language) : null],
    ['priority', need.priority ? t('needs:priorityOf', { n: need.priority }) : null],
    ['confidential', need.confidential ? t('needs:confidentialYes') : null],
  ];
  return (
    <Facts
      rows={rows
        .filter(([, value]) => value !== null)
        .map(([id, value]) => ({ id, label: t(`needs:field.${id}`), value }))}
    />
  );
}

function amount(range: Need['amount'], language: 'ko' | 'en'): string | null {
  if (!range || (!range.min && !range.max)) return null;
  const currency = range.currency ?? 'KRW';
  const one = (value: string | undefined) => (value ? formatMoney({ value, currency }, language) : '');
  return range.min === range.max ? one(range.min) : `${one(range.min)}–${one(range.max)}`;
}
