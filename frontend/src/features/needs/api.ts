/** What this feature asks the server. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, data, idempotencyKey, ifMatch, type Schemas } from '@/lib/api/client';

export type Need = Schemas['Need'];
export type NeedStep = NonNullable<Need['steps']>[number];

export type NeedState = NonNullable<Exclude<Need['state'], ''>>;
export type NeedKind = Need['kind'];

/** A change of some fields; undefined empties one. */
export type NeedPart = { [K in keyof Need]?: Need[K] | undefined };

export interface NeedFilter {
  state?: NeedState[];
  need_kind?: NeedKind[];
  holder?: ('company' | 'coordinator')[];
  company?: string[];
  sort?: 'best' | 'id' | 'name' | 'changed' | 'due';
  q?: string;
}

interface NeedsAsk {
  limit?: number;
  /** Attributes whose values are counted over the whole list. */
  facets?: readonly string[];
  /** The words are unfinished. */
  typing?: boolean;
}

const key = (...rest: unknown[]) => ['needs', ...rest];

const noFacets: readonly string[] = [];

/** Pages of needs that match a filter; the first one counts all and the values of each facet. */
export function useNeeds(
  filter: NeedFilter | Record<string, string | string[]>,
  { limit = 50, facets = noFacets, typing = false }: NeedsAsk = {},
) {
  return useInfiniteQuery({
    queryKey: key('list', filter, limit, facets),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const counts = facets.length > 0 ? { facets: facets.join(',') } : {};
      const first = pageParam === '' ? { total: true, ...counts } : {};
      // Filters come from the address and the server judges them.
      const query = { ...filter, ...first, limit, typing, cursor: pageParam } as never;
      return data(api.GET('/needs', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
}

/** Asks the list with words as meant, so that words that find nothing are counted. */
export const askMeant = (words: string) => api.GET('/needs', { params: { query: { q: words, limit: 1 } } });

export function useNeed(id: string) {
  return useQuery({
    queryKey: key('one', id),
    queryFn: ({ signal }) => data(api.GET('/needs/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

/** Creates a draft, or saves it under the version one has read. */
export function useSaveNeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (need: Need) =>
      need.id && need.version
        ? data(
            api.PUT('/needs/{id}', {
              params: { path: { id: need.id }, header: ifMatch(need.version) },
              body: writable(need),
            }),
          )
        : data(api.POST('/needs', { params: { header: idempotencyKey() }, body: writable(need) })),
    onSuccess: (saved) => {
      queries.setQueryData(key('one', saved.id), saved);
      return queries.invalidateQueries({ queryKey: key('list') });
    },
  });
}

/** The part of a need that people write; the rest is the server's. */
function writable(need: Need): Need {
  const {
    version,
    state,
    holder,
    since,
    state_by,
    remark,
    steps,
    can,
    locked,
    company_name,
    overdue,
    ...own
  } = need;
  return own;
}

/** Takes a need one step on; resolves to the need as it then stands. */
export function useStep(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ step, remark }: { step: NeedStep; remark?: string }) =>
      data(
        api.POST('/needs/{id}/steps', {
          params: { path: { id } },
          body: { step, remark: remark ?? '' },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['needs'] }),
  });
}

/** Files a need just saved. */
export function useFileNeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      data(api.POST('/needs/{id}/steps', { params: { path: { id } }, body: { step: 'file', remark: '' } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['needs'] }),
  });
}

export function useDeleteNeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      data(api.DELETE('/needs/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['needs'] }),
  });
}
