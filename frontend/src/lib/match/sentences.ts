/**
 * Words for what a match says. All texts are in the namespace `match`; names of stages, fields and
 * industries are in `words`. Sentences are made from data, so Korean particles are chosen by sound.
 */
import type { TFunction } from 'i18next';
import { formatDate } from '@/lib/dates/dates';
import type { Language } from '@/lib/i18n/language';
import { formatMoney, formatMoneyRange } from '@/lib/money/money';
import { show } from '@/lib/text/bilingual';
import { countryName, languageName } from '@/lib/words/names';
import { agreements, type Check } from './reading';
import type { CandidateKind, Evidence, Match, Part } from './types';

export interface Words {
  t: TFunction;
  language: Language;
}

/** A code in words from a group of the namespace `words`; the code itself when it has none. */
export function word(group: string, code: string, { t }: Words): string {
  return t(`words:${group}.${code}`, { defaultValue: code });
}

export function partName(code: string, { t }: Words): string {
  return t(`match:part.${code}`, { defaultValue: code });
}

/** `need.amount` in words: whose field, and which. */
export function fieldName(field: string, { t }: Words): string {
  return t(`match:field.${field.replaceAll('.', '_')}`, { defaultValue: field });
}

export function gateText(code: string, { t }: Words): string {
  return t(`match:gate.${code}`, { defaultValue: t('match:gate.other') });
}

/** `500000000-2000000000` as a range of money; other wordings as they come. */
function range(value: string, currency: string, language: Language): string {
  const found = /^(\d+(?:\.\d+)?)?\s*(?:-|\.\.|~)\s*(\d+(?:\.\d+)?)?$/.exec(value);
  if (found) return formatMoneyRange({ min: found[1], max: found[2], currency }, language);
  return /^\d/.test(value) ? formatMoney({ value, currency }, language) : value;
}

/** A value of an evidence in words: a country by name, a stage by its word, a title as it is. */
function valueText(item: Evidence, words: Words): string {
  const { value = '', note = '' } = item.params ?? {};
  switch (item.code) {
    case 'market':
    case 'country':
      return countryName(value, words.language);
    case 'language':
      return languageName(value, words.language);
    case 'stage':
    case 'deals_like':
      return word('stage', value, words);
    case 'field':
      return word('field', value, words);
    case 'industry':
      return industryName(value, words);
    case 'ticket':
      return range(value, note, words.language);
    case 'amount':
      return formatMoney({ value, currency: note }, words.language);
    case 'company':
    case 'candidate':
      return word('preference', value, words);
    default:
      return value;
  }
}

/** A KSIC code in plain words: its division, else its section, else the code. */
export function industryName(code: string, { t }: Words): string {
  const division = code.slice(0, 3);
  return t([`words:industry.${division}`, `words:industry.${code.slice(0, 1)}`], { defaultValue: code });
}

/** One piece of evidence as a phrase that can stand in a sentence. */
export function evidenceText(item: Evidence, words: Words): string {
  const { t, language } = words;
  if (item.private) return t('match:evidence.private');
  const { count, total, day, note } = item.params ?? {};
  const title = show({ ko: item.ko, en: item.en }, language)?.value ?? item.text ?? '';
  const level = item.code === 'language' && note ? word('languageLevel', note, words) : '';
  const value = valueText(item, words);
  const key = variant(item, level);
  return t(`match:evidence.${key}`, {
    title,
    value,
    level,
    count,
    total,
    day: day ? formatDate(day, language) : '',
    defaultValue: title || value || partName(item.code, words),
  });
}

/** Some evidence reads differently when a part of its data is missing. */
function variant(item: Evidence, level: string): string {
  if (item.code === 'topic' && !item.params?.count) return 'topic_plain';
  if (item.code === 'language' && level === '') return 'language_plain';
  return item.code;
}

/** Evidence of a part, joined; the part's name when it has none. */
export function partText(part: Part, words: Words, most = 2): string {
  const phrases = part.evidence
    .filter((item) => item.code !== 'none')
    .map((item) => evidenceText(item, words));
  const distinct = [...new Set(phrases)].filter((phrase) => phrase !== '').slice(0, most);
  return distinct.length === 0
    ? partName(part.code, words)
    : distinct.join(words.language === 'ko' ? ' · ' : ', ');
}

/** The ONE sentence of why, from the two strongest agreements. */
export function whySentence(match: Match, words: Words): string {
  const { t } = words;
  const phrases = agreements(match, 2).map((part) => partText(part, words, 1));
  // A doubtful fit is not praised: its best points are named as common ground, no more.
  const side = match.fit.word === 'check' ? 'weak' : match.candidate.kind === 'company' ? 'you' : 'need';
  if (match.blocked) return gateText(match.blocked, words);
  const [first, second] = phrases;
  if (first === undefined) return t(match.unknown.length > 0 ? 'match:why.unknown' : 'match:why.none');
  if (second === undefined) return t(`match:why.${side}.one`, { first });
  return t(`match:why.${side}.two`, { first, second });
}

/** A line of 확인할 점. */
export function checkText(check: Check, words: Words, kind: CandidateKind): string {
  const { t } = words;
  if (check.kind === 'unknown') {
    return t('match:check.unknown', {
      part: partName(check.part, words),
      field: fieldName(check.field, words),
      side: sideName(check.field, kind, words),
    });
  }
  const found = check.part.evidence.filter((item) => item.code !== 'none');
  const part = partName(check.part.code, words);
  if (found.length === 0) return t('match:check.none', { part });
  return t('match:check.weak', { part, evidence: partText({ ...check.part, evidence: found }, words) });
}

/** Who can fill a field: the company, or the candidate by its kind. */
export function sideName(field: string, kind: CandidateKind, { t }: Words): string {
  const side = field.startsWith('candidate.') && kind !== 'company' ? kind : 'company';
  return t(`words:side.${side}`);
}
