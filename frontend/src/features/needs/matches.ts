/** Matches of a need: ranked on the server, shown here; wishes and saved runs. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, type Schemas } from '@/lib/api/client';
import { fromApi } from '@/lib/match/fromApi';
import type { Match, Preference } from '@/lib/match/types';

export interface Ranking {
  matches: Match[];
  key: Schemas['RunKey'];
}

export function useMatches(need: string, top: number, blocked: boolean) {
  return useQuery({
    queryKey: ['matches', need, top, blocked],
    enabled: need !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Ranking> => {
      const answer = await data(
        api.GET('/needs/{id}/matches', {
          params: { path: { id: need }, query: { top, blocked } },
          signal,
        }),
      );
      return { matches: (answer.items ?? []).map(fromApi), key: answer.run_key };
    },
  });
}

/** States or takes back a wish; the note stays with the own side. */
export function usePrefer(from: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ to, wish }: { to: string; wish: Preference }) => {
      if (wish.mine) {
        await api.PUT('/preferences', {
          body: { from, to, level: wish.mine, note: wish.note ?? '', private: true },
        });
      } else {
        await api.DELETE('/preferences', { params: { query: { from, to } } });
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['matches'] }),
  });
}

export function useSaveRun() {
  return useMutation({
    mutationFn: ({ need, top }: { need: string; top: number }) =>
      data(api.POST('/runs', { params: { header: idempotencyKey() }, body: { need, top } })),
  });
}
