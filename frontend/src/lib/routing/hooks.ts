/** Where one is and how to move, without knowing the router. */
import { useNavigate, useParams as useRouterParams, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** A parameter of the address, such as `id` of `/needs/$id`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useRouterParams({ strict: false });
  return params[name] ?? '';
}

/** Moves to an address of this page; `replace` leaves no step in the history. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (href, options) => void navigate({ href, replace: options?.replace ?? false }),
    [navigate],
  );
}

/** The address's query (`?stage=seed&stage=series-a`), and a way to change it that can be shared and gone back from. */
export function useQueryState(): [URLSearchParams, (change: (query: URLSearchParams) => void) => void] {
  const { pathname, search } = useRouterState({
    select: (s) => ({ pathname: s.location.pathname, search: s.location.searchStr }),
    structuralSharing: true,
  });
  const go = useGo();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback(
    (change: (query: URLSearchParams) => void) => {
      const next = new URLSearchParams(search);
      change(next);
      const text = next.toString();
      go(text ? `${pathname}?${text}` : pathname, { replace: true });
    },
    [go, pathname, search],
  );
  return [query, set];
}
