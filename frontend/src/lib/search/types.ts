/** What search answers with, as the API writes it. */
import type { Text } from '@/lib/text/bilingual';
import type { Marks } from './marks';

/** In the order in which equally good groups stand. */
export const searchKinds = [
  'company',
  'need',
  'expert',
  'investor',
  'portfolio',
  'institution',
  'person',
] as const;

export type SearchKind = (typeof searchKinds)[number];

/** How the words were taken: all of them, all but spelled a little differently, or as many as there are. */
export type Reading = '' | 'all' | 'typo' | 'any';

/** A line of the record in which the words stand. */
export interface Snippet {
  field: string;
  text: Text;
  marks: Marks;
}

/** How an answer came about. */
export interface Answered {
  reading: Reading;
  engine: string;
  /** Not everything could be searched just now. */
  degraded: boolean;
}

export interface SearchHit {
  kind: SearchKind;
  id: string;
  name: Text;
  detail: Text;
  name_marks?: Marks | undefined;
  detail_marks?: Marks | undefined;
  snippet?: Snippet | undefined;
  score: number;
  /** Of a company in a portfolio: the investor it belongs to. */
  parent?: { kind: SearchKind; id: string; name: Text } | undefined;
}

export interface SearchAnswer extends Answered {
  hits: SearchHit[];
  counts: { kind: SearchKind; count: number }[];
}

/** Where the words stand in one item of a list. */
export interface Found {
  id: string;
  name_marks?: Marks | undefined;
  snippet?: Snippet | undefined;
}

/** A filter that keeps everything out, and how many would be found without it; `q` are the words. */
export interface Relax {
  attr: string;
  total: number;
}

/** What a list says beside its items when it was asked with words. */
export interface SearchedPage extends Partial<Answered> {
  found?: Found[] | undefined;
  relax?: Relax[] | undefined;
}

/** What was found of each item, over all pages read so far. */
export function foundById(pages: readonly SearchedPage[] | undefined): ReadonlyMap<string, Found> {
  return new Map((pages ?? []).flatMap((page) => page.found ?? []).map((found) => [found.id, found]));
}
