/** Accounts and invitations. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, idempotencyKey, ifMatch, type Schemas } from '@/lib/api/client';
import type { RoleName } from '@/lib/routing/types';

export type User = Schemas['User'];
export type Invitation = Schemas['Invitation'];
export interface HandedOver {
  link?: string;
  mailed: boolean;
  texts?: Schemas['Messages'];
}

export function useUsers(role: RoleName | '') {
  return useInfiniteQuery({
    queryKey: ['users', role],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(
        api.GET('/users', {
          params: { query: { limit: 100, cursor: pageParam, ...(role ? { role } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next || undefined,
  });
}

export function useInvitations() {
  return useInfiniteQuery({
    queryKey: ['invitations'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(api.GET('/invitations', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.next || undefined,
  });
}

function useChange<In, Out>(run: (input: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['users'] }),
        queries.invalidateQueries({ queryKey: ['invitations'] }),
      ]),
  });
}

export const useInvite = () =>
  useChange((body: Schemas['InviteInBody']) =>
    data(api.POST('/invitations', { params: { header: idempotencyKey() }, body })),
  );

export const useRenew = () =>
  useChange((id: string) => data(api.POST('/invitations/{id}/renew', { params: { path: { id } } })));

export const useRevoke = () =>
  useChange((id: string) => data(api.DELETE('/invitations/{id}', { params: { path: { id } } })));

export const useResetLink = () =>
  useChange((id: string) => data(api.POST('/users/{id}/reset-link', { params: { path: { id } } })));

export const useDisable = () =>
  useChange(({ user, disabled }: { user: User; disabled: boolean }) =>
    data(
      api.PATCH('/users/{id}', {
        params: { path: { id: user.id }, header: ifMatch(user.version) },
        body: { disabled },
      }),
    ),
  );

export const useSignOutUser = () =>
  useChange((id: string) => data(api.POST('/users/{id}/sign-out', { params: { path: { id } } })));
