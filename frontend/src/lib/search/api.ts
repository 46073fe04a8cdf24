/** Search over everything and the searches that an account keeps. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, type Schemas } from '@/lib/api/client';
import type { SearchAnswer, SearchKind } from './types';

export interface Ask {
  words: string;
  /** These kinds alone. */
  kinds?: SearchKind[];
  limit?: number;
  /** The person has not finished the word: the query is answered, not counted. */
  typing?: boolean;
}

export function search({ words, kinds, limit = 30, typing = false }: Ask, signal?: AbortSignal) {
  const query = { q: words, limit, typing, ...(kinds ? { kind: kinds } : {}) };
  return data<SearchAnswer>(api.GET('/search', { params: { query }, ...(signal ? { signal } : {}) }));
}

export interface SavedSearch {
  id: string;
  name: string;
  /** Whose list it is; missing for the search over everything. */
  kind?: SearchKind | undefined;
  /** The query of the page's address, without "?". */
  query: string;
}

export type SavedDraft = Omit<SavedSearch, 'id'>;

const savedKey = ['saved-searches'] as const;

/** A draft as the server takes it: what is not stated is left out. */
const body = ({ name, kind, query }: SavedDraft): Schemas['SavedSearch'] => ({
  name,
  query,
  ...(kind ? { kind } : {}),
});

const kept = (saved: Schemas['SavedSearch']): SavedSearch => ({ ...body(saved), id: saved.id ?? '' });

/** The own saved searches, newest first. */
export const savedSearches = queryOptions({
  queryKey: savedKey,
  queryFn: async ({ signal }): Promise<SavedSearch[]> =>
    (await data(api.GET('/saved-searches', { signal }))).items.map(kept).reverse(),
});

export function useSavedSearches(enabled = true) {
  return useQuery({ ...savedSearches, enabled });
}

function useChange<In, Out>(run: (input: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queries.invalidateQueries({ queryKey: savedKey }),
  });
}

export const useSaveSearch = () =>
  useChange(async (draft: SavedDraft) =>
    kept(
      await data(api.POST('/saved-searches', { params: { header: idempotencyKey() }, body: body(draft) })),
    ),
  );

export const useRenameSearch = () =>
  useChange(({ id, ...draft }: SavedSearch) =>
    data(api.PUT('/saved-searches/{id}', { params: { path: { id } }, body: body(draft) })),
  );

export const useForgetSearch = () =>
  useChange((id: string) => data(api.DELETE('/saved-searches/{id}', { params: { path: { id } } })));
