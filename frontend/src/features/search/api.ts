/** What this feature asks the server. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schemas } from '@/lib/api/client';
import { isBusy } from './health';

export type Synonyms = Schemas['Synonyms'];
export type SearchNote = Schemas['SearchNote'];
export type IndexStatus = Schemas['IndexStatus'];
export type SearchStatus = Schemas['SearchStatus'];

const synonymsKey = ['search', 'synonyms'] as const;
const notesKey = ['search', 'notes'] as const;
const statusKey = ['search', 'status'] as const;

export function useSynonyms() {
  return useQuery({
    queryKey: synonymsKey,
    queryFn: ({ signal }) => data(api.GET('/synonyms', { signal })),
    // What somebody else saved is met when saving; it must not replace what is being typed.
    refetchOnWindowFocus: false,
  });
}

export function useSaveSynonyms() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ groups, version }: { groups: string[][]; version: number }) =>
      data(api.PUT('/synonyms', { params: { header: ifMatch(version) }, body: { groups } })),
    onSuccess: (saved) => queries.setQueryData(synonymsKey, saved),
  });
}

/** Queries that found nothing or were slow, newest first. */
export function useNotes() {
  return useInfiniteQuery({
    queryKey: notesKey,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(api.GET('/search/notes', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.next || undefined,
  });
}

export function useClearNotes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => data(api.DELETE('/search/notes')),
    onSuccess: () => queries.invalidateQueries({ queryKey: notesKey }),
  });
}

/** Milliseconds between two looks: while something runs, and else. */
const often = 3000;
const seldom = 30_000;

/** The indexes; `waiting` names a request to rebuild that was just made. */
export function useStatus(waiting: string | undefined) {
  return useQuery({
    queryKey: statusKey,
    queryFn: ({ signal }) => data(api.GET('/search/status', { signal })),
    refetchInterval: (query) => (isBusy(query.state.data, waiting, new Date()) ? often : seldom),
  });
}

export function useRebuild() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => data(api.POST('/search/rebuild')),
    onSuccess: () => queries.invalidateQueries({ queryKey: statusKey }),
  });
}
