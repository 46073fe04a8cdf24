/** Search over everything and the searches that an account keeps. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey } from '@/lib/api/client';
import type { SearchAnswer, SearchKind } from './types';

export interface Ask {
  words: string;
  /** These kinds alone. */
  kinds?: SearchKind[];
  limit?: number;
  /** The person has not finished the word: the query is answered, not counted. */
  typing?: boolean;
}

export async function search(ask: Ask, signal?: AbortSignal): Promise<SearchAnswer> {
  const query = {
    q: ask.words,
    limit: ask.limit ?? 30,
    typing: ask.typing ?? false,
    ...(ask.kinds ? { kind: ask.kinds } : {}),
  };
  const answer: unknown = await data(
    api.GET('/search', { params: { query: query as never }, ...(signal ? { signal } : {}) }),
  );
  return answer as SearchAnswer;
}

export interface SavedSearch {
  id: string;
  name: string;
  /** Whose list it is; empty for the search over everything. */
  kind: SearchKind | '';
  /** The query of the page's address, without "?". */
  query: string;
  created: string;
}

export type SavedDraft = Pick<SavedSearch, 'name' | 'kind' | 'query'>;

const savedKey = ['saved-searches'] as const;
const path = '/saved-searches' as '/companies';
const onePath = '/saved-searches/{id}' as '/companies/{id}';

/** The own saved searches, newest first. */
export const savedSearches = queryOptions({
  queryKey: savedKey,
  queryFn: async ({ signal }): Promise<SavedSearch[]> => {
    const answer: unknown = await data(api.GET(path, { signal }));
    return (answer as { items: SavedSearch[] | null }).items ?? [];
  },
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
  useChange(async (draft: SavedDraft): Promise<SavedSearch> => {
    const saved: unknown = await data(
      api.POST(path, { params: { header: idempotencyKey() }, body: draft as never }),
    );
    return saved as SavedSearch;
  });

export const useRenameSearch = () =>
  useChange(({ id, ...draft }: SavedDraft & { id: string }) =>
    data(api.PUT(onePath, { params: { path: { id } } as never, body: draft as never })),
  );

export const useForgetSearch = () =>
  useChange((id: string) => data(api.DELETE(onePath, { params: { path: { id } } as never })));
