/** The router: one route an address; where roles share an address, the role decides which page it is. */
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import type { FeatureRoute } from '@/lib/routing/types';
import { Failed, NotFound } from './pages/Problems';
import { RoutePage } from './RoutePage';
import { routes } from './routes';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Failed });

function byPath(): Map<string, FeatureRoute[]> {
  const found = new Map<string, FeatureRoute[]>();
  for (const route of routes) found.set(route.path, [...(found.get(route.path) ?? []), route]);
  return found;
}

export function newRouter() {
  const children = [...byPath()].map(([path, candidates]) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: () => <RoutePage candidates={candidates} />,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
}

/** Queries stay as people write and share them: `?stage=seed&stage=series-a`, no JSON. */
export function parseSearch(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) found[name] = [...(found[name] ?? []), value];
  return found;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
