/** What this feature asks the server. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, ifMatch, type Schemas } from '@/lib/api/client';
import type { SearchedPage } from '@/lib/search/types';

export type Company = Schemas['Company'];
export type Expert = Schemas['Expert'];
export type Investor = Schemas['Investor'];
export type Institution = Schemas['Institution'];
export type Person = Schemas['Person'];
export type Roster = Schemas['RosterAnswer'];

/** The records of each list, by the list's name in addresses. */
export interface Records {
  companies: Company;
  experts: Expert;
  investors: Investor;
  institutions: Institution;
  people: Person;
}

export type Kind = keyof Records;

export interface Page<T> extends SearchedPage {
  items: T[];
  next: string;
  total?: number;
  facets?: Record<string, { value: string; count: number }[]>;
}

export type ListQuery = Record<string, string | string[]>;

/** Lists differ in their filters alone, so one of them stands for all; filters come from the address and the server judges them. */
const listPath = (kind: Kind) => `/${kind}` as '/companies';
const recordPath = (kind: Kind) => `/${kind}/{id}` as '/companies/{id}';

const keyOf = (kind: Kind, ...rest: unknown[]) => ['directory', kind, ...rest];

/** Pages of a list with all that match counted, and counts by facet. `typing` says that the words are unfinished. */
export function useRecords<K extends Kind>(
  kind: K,
  filter: ListQuery,
  facets: readonly string[],
  { typing = false, limit = 50 } = {},
) {
  return useInfiniteQuery({
    queryKey: keyOf(kind, 'list', filter, facets, limit),
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      // Facets and the count cover the whole list: the first page asks for them once.
      const first =
        pageParam === '' ? { total: true, ...(facets.length > 0 ? { facets: facets.join(',') } : {}) } : {};
      const query = { ...filter, ...first, limit, typing, cursor: pageParam } as never;
      const page: unknown = await data(api.GET(listPath(kind), { params: { query }, signal }));
      return page as Page<Records[K]>;
    },
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: (before) => before,
  });
}

/** Asks a list with words as meant, so that words that find nothing are counted. */
export const askMeant = (kind: Kind) => (words: string) =>
  api.GET(listPath(kind), { params: { query: { q: words, limit: 1 } } });

export function useRecord<K extends Kind>(kind: K, id: string) {
  return useQuery({
    queryKey: keyOf(kind, 'one', id),
    queryFn: async ({ signal }) => {
      const record: unknown = await data(api.GET(recordPath(kind), { params: { path: { id } }, signal }));
      return record as Records[K];
    },
    enabled: id !== '',
  });
}

/** Creates a record, or saves it under the version one has read. */
export function useSaveRecord<K extends Kind>(kind: K) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (record: Records[K]) => {
      const { version, can, locked, ...own } = record;
      // What one may not set stays as the server has it when it is left out.
      for (const field of locked ?? []) delete (own as Record<string, unknown>)[field];
      const saved: unknown =
        own.id && version
          ? await data(
              api.PUT(recordPath(kind), {
                params: { path: { id: own.id }, header: ifMatch(version) },
                body: own as Company,
              }),
            )
          : await data(
              api.POST(listPath(kind), { params: { header: idempotencyKey() }, body: own as Company }),
            );
      return saved as Records[K];
    },
    onSuccess: (saved) => {
      queries.setQueryData(keyOf(kind, 'one', saved.id), saved);
      void queries.invalidateQueries({ queryKey: ['programme'] });
      return queries.invalidateQueries({ queryKey: ['directory'] });
    },
  });
}

export function useDeleteRecord(kind: Kind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      data(api.DELETE(recordPath(kind), { params: { path: { id }, header: ifMatch(version) } })),
    onSuccess: async (_, { id }) => {
      queries.removeQueries({ queryKey: keyOf(kind, 'one', id) });
      await queries.invalidateQueries({ queryKey: keyOf(kind, 'list') });
      await queries.invalidateQueries({ queryKey: ['programme'] });
    },
  });
}

/** What the rules of its cohort say of a company; staff alone may ask. */
export function useEligibility(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['directory', 'eligibility', id],
    queryFn: ({ signal }) =>
      data(api.GET('/companies/{id}/eligibility', { params: { path: { id } }, signal })),
    enabled,
  });
}

/** The needs of a company, newest changes first. */
export function useCompanyNeeds(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['directory', 'needs', id],
    queryFn: ({ signal }) =>
      data(api.GET('/needs', { params: { query: { company: [id], sort: 'changed', limit: 50 } }, signal })),
    enabled,
  });
}

/** The experts of an institution with capacity and load; its manager and staff may ask. */
export function useRoster(id: string, enabled = true) {
  return useQuery({
    queryKey: ['directory', 'roster', id],
    queryFn: ({ signal }) => data(api.GET('/institutions/{id}/roster', { params: { path: { id } }, signal })),
    enabled: enabled && id !== '',
  });
}

/** Names of cohorts, for filters and facts; staff and companies see some, others none. */
export function useCohorts(enabled: boolean) {
  return useQuery({
    queryKey: ['directory', 'cohorts'],
    queryFn: ({ signal }) => data(api.GET('/cohorts', { params: { query: { limit: 100 } }, signal })),
    enabled,
    staleTime: 300_000,
  });
}

/** Institutions to choose from and to name. */
export function useInstitutions(enabled: boolean) {
  return useQuery({
    queryKey: ['directory', 'institutions', 'names'],
    queryFn: ({ signal }) => data(api.GET('/institutions', { params: { query: { limit: 200 } }, signal })),
    enabled,
    staleTime: 300_000,
  });
}
