/** Where the results of each kind stand in full, which depends on who reads. */
import type { RoleName } from '@/lib/routing/types';
import type { SearchKind } from './types';

const staff: Partial<Record<SearchKind, string>> = {
  company: '/companies',
  need: '/triage?view=all',
  expert: '/experts',
  investor: '/investors',
  institution: '/institutions',
};

const pages: Record<RoleName, Partial<Record<SearchKind, string>>> = {
  coordinator: staff,
  administrator: staff,
  company: { need: '/needs', expert: '/experts', investor: '/investors' },
  expert: { company: '/companies' },
  investor: { company: '/' },
  manager: { expert: '/experts' },
};

/** The full list of a kind with a query such as `q=export&region=Seoul`; undefined where the role has none. */
export function listAddress(role: RoleName, kind: SearchKind | undefined, query: string): string | undefined {
  const page = kind === undefined ? undefined : pages[role][kind];
  if (page === undefined) return undefined;
  const [path = '/', fixed = ''] = page.split('?');
  const all = new URLSearchParams(fixed);
  // What the query states itself takes the place of what the page would begin with.
  const stated = new URLSearchParams(query);
  for (const name of new Set(stated.keys())) all.delete(name);
  for (const [name, value] of stated) all.append(name, value);
  const text = all.toString();
  return text ? `${path}?${text}` : path;
}

export const wordsQuery = (words: string): string => new URLSearchParams({ q: words }).toString();

/** The page of a record. A company of a portfolio is read with the investor it belongs to. */
export function recordAddress(hit: {
  kind: SearchKind;
  id: string;
  parent?: { id: string } | undefined;
}): string {
  const of = (place: string, id: string) => `/${place}/${encodeURIComponent(id)}`;
  switch (hit.kind) {
    case 'company':
      return of('companies', hit.id);
    case 'need':
      return of('needs', hit.id);
    case 'expert':
      return of('experts', hit.id);
    case 'investor':
      return of('investors', hit.id);
    case 'portfolio':
      return of('investors', hit.parent?.id ?? hit.id.slice(0, Math.max(0, hit.id.lastIndexOf('/'))));
    case 'institution':
      return of('institutions', hit.id);
    case 'person':
      return of('people', hit.id);
  }
}
