/** What a list is asked for - words, filters, order, view - kept in the address, so that it can be shared. */
import { useMemo, useState } from 'react';
import { useQueryState } from '@/lib/routing/hooks';

export interface ListState<A extends string, S extends string> {
  words: string;
  /** Chosen values by attribute; only attributes with any. */
  chosen: Partial<Record<A, string[]>>;
  sort: S | 'best';
  /** The orders that mean something now: `best` needs words. */
  sorts: (S | 'best')[];
  /** Words or filters are set. */
  filtered: boolean;
  /** How the list is asked for. */
  filter: Record<string, string | string[]>;
  /** The query of the address as it stands, for keeping. */
  address: string;
  view: 'table' | 'cards' | undefined;
  /** The words are being typed and may be unfinished: the server answers, and counts nothing. */
  typing: boolean;
  setWords: (words: string, typing?: boolean) => void;
  setSort: (sort: string | null) => void;
  setChosen: (chosen: Record<string, string[]>) => void;
  setView: (view: 'table' | 'cards') => void;
  /** Takes back the filter of one attribute, or the words (`q`). */
  drop: (attr: string) => void;
  clear: () => void;
}

/** What the address says is chosen; only attributes with any. */
export function chosenOf<A extends string>(
  query: URLSearchParams,
  attributes: readonly A[],
): Partial<Record<A, string[]>> {
  return Object.fromEntries(
    attributes.map((id) => [id, query.getAll(id)] as const).filter(([, values]) => values.length > 0),
  ) as Partial<Record<A, string[]>>;
}

/** The first of `sorts` is the order of a list without words. */
export function useListState<A extends string, S extends string>(
  attributes: readonly A[],
  sorts: readonly [S, ...S[]],
): ListState<A, S> {
  const [query, setQuery] = useQueryState();
  const [typing, setTyping] = useState(false);
  return useMemo(() => {
    const words = (query.get('q') ?? '').trim();
    const chosen = chosenOf(query, attributes);
    const offered: (S | 'best')[] = words ? ['best', ...sorts] : [...sorts];
    const sort = offered.find((one) => one === query.get('sort')) ?? offered[0] ?? sorts[0];
    const view = query.get('view');
    const set = (name: string, value: string) =>
      setQuery((state) => (value ? state.set(name, value) : state.delete(name)));
    return {
      words,
      chosen,
      sort,
      sorts: offered,
      filtered: words !== '' || Object.keys(chosen).length > 0,
      filter: { ...chosen, sort, ...(words ? { q: words } : {}) },
      address: query.toString(),
      view: view === 'table' || view === 'cards' ? view : undefined,
      typing,
      setWords: (next, unfinished = false) => {
        setTyping(unfinished);
        set('q', next);
      },
      setSort: (next) => set('sort', next ?? ''),
      setView: (next) => set('view', next),
      setChosen: (next) =>
        setQuery((state) => {
          for (const id of attributes) {
            state.delete(id);
            for (const value of next[id] ?? []) state.append(id, value);
          }
        }),
      drop: (attr) => setQuery((state) => state.delete(attr)),
      clear: () =>
        setQuery((state) => {
          for (const id of ['q', ...attributes]) state.delete(id);
        }),
    };
  }, [query, setQuery, typing, attributes, sorts]);
}
