/** Weights, their effect on lists, and saved runs. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, type Schemas } from '@/lib/api/client';

export type Weights = Schemas['Weights'];
export type Effect = Schemas['WeightsEffect'];
export type Side = 'experts' | 'investors';
export type Values = Record<string, number>;
export interface Draft {
  experts: Values;
  investors: Values;
}

export function useWeights() {
  return useQuery({
    queryKey: ['weights', 'newest'],
    queryFn: ({ signal }) => data(api.GET('/weights', { signal })),
  });
}

export function useHistory() {
  return useQuery({
    queryKey: ['weights', 'history'],
    queryFn: ({ signal }) => data(api.GET('/weights/history', { signal })),
  });
}

/** How the ten best of each open need would change. */
export function useSensitivity() {
  return useMutation({
    mutationFn: (draft: Draft) => data(api.POST('/weights/sensitivity', { body: { ...draft, top: 10 } })),
  });
}

export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Draft & { base: number; name: string; note: string }) =>
      data(api.POST('/weights', { params: { header: idempotencyKey() }, body })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['weights'] }),
        queries.invalidateQueries({ queryKey: ['matches'] }),
      ]),
  });
}

export function useRuns() {
  return useInfiniteQuery({
    queryKey: ['runs'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(api.GET('/runs', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.next || undefined,
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['runs', id],
    queryFn: ({ signal }) => data(api.GET('/runs/{id}', { params: { path: { id } }, signal })),
  });
}

/** Ranks a saved run again: under a version of the weights, or its own. */
export function useReplay(id: string) {
  return useMutation({
    mutationFn: (weights?: number) =>
      data(
        api.POST('/runs/{id}/replay', {
          params: { path: { id } },
          body: weights === undefined ? {} : { weights },
        }),
      ),
  });
}
