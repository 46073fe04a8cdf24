/** What this feature asks the server. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, data, ifMatch, type Schemas } from '@/lib/api/client';
import { useMe } from '@/lib/api/me';
import { fromApi } from '@/lib/match/fromApi';
import type { Match, Preference } from '@/lib/match/types';

export type Company = Schemas['Company'];
export type Expert = Schemas['Expert'];
export type Investor = Schemas['Investor'];
export type Work = Schemas['Work'];
export type Need = Schemas['Need'];
export type CutWork = Schemas['CutWork'];
export type CutThesis = Schemas['CutThesis'];
export type Wish = Schemas['Preference'];

/** A pair as the candidate sees it: the company and the need it was ranked for. */
export interface Offer {
  match: Match;
  need?: Need;
}

/** The record that the account speaks for; empty while nobody is known. */
export const useOwnId = (): string => useMe().data?.subject?.id ?? '';

const matchesKey = ['profiles', 'matches'] as const;
const wishesKey = ['profiles', 'wishes'] as const;

export function useOffers(kind: 'expert' | 'investor', id: string, top: number) {
  return useQuery({
    queryKey: [...matchesKey, kind, id, top],
    enabled: id !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<{ offers: Offer[]; weights: string; day: string }> => {
      const params = { path: { id }, query: { top } };
      const answer = await data(
        kind === 'expert'
          ? api.GET('/experts/{id}/matches', { params, signal })
          : api.GET('/investors/{id}/matches', { params, signal }),
      );
      return {
        offers: (answer.items ?? []).map((item) => ({
          match: fromApi(item),
          ...(item.need ? { need: item.need } : {}),
        })),
        weights: String(answer.run_key.weights),
        day: answer.run_key.day,
      };
    },
  });
}

/** What `from` has said of others, by whom it is about. */
export function useWishes(from: string) {
  return useQuery({
    queryKey: [...wishesKey, from],
    enabled: from !== '',
    queryFn: async ({ signal }) => {
      const answer = await data(api.GET('/preferences', { params: { query: { from } }, signal }));
      return new Map((answer.items ?? []).map((wish) => [wish.to, wish]));
    },
  });
}

export const wishOf = (wish: Wish | undefined): Preference =>
  wish ? { mine: wish.level, note: wish.note ?? '' } : {};

/** States a wish or takes it back. A note alone is kept as "later", for a note needs a wish to hang on. */
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
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: matchesKey }),
        queries.invalidateQueries({ queryKey: wishesKey }),
      ]),
  });
}

export type CompanyFilter = Record<string, string | string[]>;

/**
 * Pages of companies that match a filter; the first one counts all and the values of each facet. `typing`
 * says that the words are unfinished.
 */
export function useCompanies(
  filter: CompanyFilter,
  facets: readonly string[],
  { typing = false, limit = 30 } = {},
) {
  return useInfiniteQuery({
    queryKey: ['profiles', 'companies', filter, facets, limit],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const first = pageParam === '' ? { total: true, facets: facets.join(',') } : {};
      const query = { ...filter, ...first, limit, typing, cursor: pageParam } as never;
      return data(api.GET('/companies', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** Asks the list with words as meant, so that words that find nothing are counted. */
export const askMeant = (words: string) =>
  api.GET('/companies', { params: { query: { q: words, limit: 1 } } });

export function useCompaniesById(ids: string[]) {
  return useQuery({
    queryKey: ['profiles', 'companies', 'by-id', ids],
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { id: ids, limit: 200 };
      const answer = await data(api.GET('/companies', { params: { query }, signal }));
      return new Map((answer.items ?? []).map((company) => [company.id ?? '', company]));
    },
  });
}

/** Needs for investment that the reader may see, by company. */
export function useInvestmentNeeds() {
  return useQuery({
    queryKey: ['profiles', 'needs'],
    queryFn: async ({ signal }) => {
      const query = { need_kind: ['investment'] as 'investment'[], limit: 200 };
      const answer = await data(api.GET('/needs', { params: { query }, signal }));
      const found = new Map<string, Need[]>();
      for (const need of answer.items ?? []) {
        if (need.state === 'closed' || !need.company) continue;
        found.set(need.company, [...(found.get(need.company) ?? []), need]);
      }
      return found;
    },
  });
}

interface Own {
  expert: Expert;
  investor: Investor;
}

const ownPath = (kind: keyof Own) => `/${kind}s/{id}` as '/experts/{id}';

/** The own record; the two kinds differ in their fields alone. */
export function useOwn<K extends keyof Own>(kind: K, id: string) {
  return useQuery({
    queryKey: ['profiles', 'own', kind, id],
    enabled: id !== '',
    queryFn: async ({ signal }) => {
      const found: unknown = await data(api.GET(ownPath(kind), { params: { path: { id } }, signal }));
      return found as Own[K];
    },
  });
}

/** Saves the own record under the version one has read. */
export function useSaveOwn<K extends keyof Own>(kind: K) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (record: Own[K]) => {
      const { version, can, locked, ...own } = record;
      const saved: unknown = await data(
        api.PUT(ownPath(kind), {
          params: { path: { id: own.id ?? '' }, header: ifMatch(version ?? 0) },
          body: own as Expert,
        }),
      );
      return saved as Own[K];
    },
    onSuccess: (saved) => {
      queries.setQueryData(['profiles', 'own', kind, saved.id], saved);
      return queries.invalidateQueries({ queryKey: matchesKey });
    },
  });
}

export const useCvCut = () =>
  useMutation({ mutationFn: (text: string) => data(api.POST('/cv-cut', { body: { text } })) });

export const useThesisCut = () =>
  useMutation({ mutationFn: (text: string) => data(api.POST('/thesis-cut', { body: { text } })) });
