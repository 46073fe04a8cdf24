/** Reading of records for these pages. */
import { type Bilingual, missing, scriptOf, type Text } from '@/lib/text/bilingual';
import type { Expert, Investor, Work } from './api';

/** A text as its two languages; a wording of no stated language goes by its script. */
export const both = (text: Text | undefined): Bilingual =>
  typeof text === 'string' ? { [scriptOf(text)]: text } : (text ?? {});

export const expertParts = [
  'name',
  'headline',
  'summary',
  'topics',
  'languages',
  'capacity',
  'works',
  'worksBoth',
] as const;
export type ExpertPart = (typeof expertParts)[number];

/** From how many works on a record says enough to be matched by. */
export const enoughWorks = 3;

/** Which parts of an expert's record are filled in both languages where they are texts. */
export function expertDone(expert: Expert): Record<ExpertPart, boolean> {
  const whole = (text: Text | undefined) => missing(text).length === 0;
  const works = expert.works ?? [];
  return {
    name: whole(expert.name),
    headline: whole(expert.headline),
    summary: whole(expert.summary),
    topics: (expert.topics ?? []).length > 0,
    languages: (expert.languages ?? []).length > 0,
    capacity: expert.capacity !== undefined,
    works: works.length >= enoughWorks,
    worksBoth: works.length > 0 && works.every((work: Work) => whole(work.title)),
  };
}

export const leads = ['lead', 'follow', 'both'] as const;
export type Lead = (typeof leads)[number];

/** The record has no field for leading or following: a sentence of the thesis says it. */
const leadSentences: Record<Lead, { ko: string; en: string }> = {
  lead: { ko: '투자를 리드합니다.', en: 'We lead rounds.' },
  follow: { ko: '공동 투자자로 참여합니다.', en: 'We follow other leads.' },
  both: { ko: '리드 투자와 공동 투자를 모두 합니다.', en: 'We both lead and follow.' },
};

export function leadOf(thesis: Text | undefined): Lead | undefined {
  const text = both(thesis);
  return leads.find(
    (lead) => text.ko?.includes(leadSentences[lead].ko) || text.en?.includes(leadSentences[lead].en),
  );
}

/** The thesis with its sentence of leading or following set, replaced or taken out. */
export function withLead(thesis: Text | undefined, lead: Lead | undefined): Bilingual {
  const text = both(thesis);
  const one = (language: 'ko' | 'en') => {
    let value = text[language] ?? '';
    for (const other of leads) value = value.replace(leadSentences[other][language], '');
    return [value.trim(), lead ? leadSentences[lead][language] : ''].filter(Boolean).join(' ');
  };
  return { ko: one('ko'), en: one('en') };
}

export const thesisParts = ['stages', 'ticket', 'lead', 'sectors', 'markets', 'instruments'] as const;
export type ThesisPart = (typeof thesisParts)[number];

/** Which of the six questions are answered. */
export function thesisDone(investor: Investor): Record<ThesisPart, boolean> {
  return {
    stages: (investor.stages ?? []).length > 0,
    ticket: Boolean(investor.ticket?.min || investor.ticket?.max),
    lead: leadOf(investor.thesis) !== undefined,
    sectors: (investor.industries ?? []).length + (investor.tags ?? []).length > 0,
    markets: (investor.markets ?? []).length > 0,
    instruments: (investor.instruments ?? []).length > 0,
  };
}

/** Both lists without doubles, whatever their case. */
export function union(mine: readonly string[] | undefined, more: readonly string[]): string[] {
  const found = [...(mine ?? [])];
  for (const item of more) {
    if (!found.some((other) => other.toLowerCase() === item.toLowerCase())) found.push(item);
  }
  return found;
}
