/** What search answers with. */
import type { Schemas } from '@/lib/api/client';

/** In the order in which equally good groups stand. */
export const searchKinds = [
  'company',
  'need',
  'expert',
  'investor',
  'portfolio',
  'institution',
  'person',
] as const satisfies Schemas['SearchHit']['kind'][];

export type SearchKind = Schemas['SearchHit']['kind'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type SearchHit = Schemas['SearchHit'];

/** How the words were taken: all of them, all but spelled a little differently, or as many as there are. */
export type Reading = SearchAnswer['reading'];

/** A piece of a longer text in which the words stand. */
export type Snippet = Schemas['Snippet'];

/** Where the words stand in one item of a list. */
export type Found = Schemas['ListHit'];

/** A filter that keeps everything out, and how many would be found without it; `q` are the words. */
export type Relax = Schemas['Relaxed'];

/** What a list says beside its items when it was asked with words. */
export type SearchedPage = Pick<
  Schemas['RecordListCompany'],
  'found' | 'reading' | 'engine' | 'degraded' | 'relax'
>;

/** What was found of each item, over all pages read so far. */
export function foundById(pages: readonly SearchedPage[] | undefined): ReadonlyMap<string, Found> {
  return new Map((pages ?? []).flatMap((page) => page.found ?? []).map((found) => [found.id, found]));
}
