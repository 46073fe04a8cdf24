import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { newQueryClient } from '@/lib/api/query';
import type { FeatureRoute } from '@/lib/routing/types';
import { show } from '@/testing/render';
import { PageHead } from '@/ui/base/PageHead';
import { forgetAddress } from './FocusHeading';
import { RoutePage } from './RoutePage';

/** A page whose heading comes at once, and one that has to wait for its data. */
const First = () => <PageHead title="수요" />;

let arrive: () => void = () => undefined;

function Late() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    arrive = () => setReady(true);
  }, []);
  return ready ? <PageHead title="한결" /> : <p>…</p>;
}

function page(path: string, component: () => React.ReactNode): FeatureRoute {
  return { path, open: true, texts: ['ui'], load: async () => ({ default: component }) };
}

function start() {
  forgetAddress();
  const root = createRootRoute({ component: Outlet });
  const children = [page('/needs', First), page('/late', Late)].map((route) => {
    const candidates = [route];
    return createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: () => <RoutePage candidates={candidates} />,
    });
  });
  const router = createRouter({
    routeTree: root.addChildren(children),
    history: createMemoryHistory({ initialEntries: ['/needs'] }),
  });
  show(
    <QueryClientProvider client={newQueryClient()}>
      {/* biome-ignore lint/suspicious/noExplicitAny: another router than the one the page registers */}
      <RouterProvider router={router as any} />
    </QueryClientProvider>,
  );
  return router;
}

describe('a change of page', () => {
  it('leaves the focus alone when the page is first opened, and names the window', async () => {
    start();
    await screen.findByRole('heading', { name: '수요' });
    await waitFor(() => expect(document.title).toBe('수요 · Jumpup'));
    expect(document.activeElement).toBe(document.body);
  });

  it('moves the focus to the new heading, even if that comes later', async () => {
    const router = start();
    await screen.findByRole('heading', { name: '수요' });
    await act(() => router.navigate({ href: '/late' }));
    await screen.findByText('…');
    act(() => arrive());
    const heading = await screen.findByRole('heading', { name: '한결' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('한결 · Jumpup');

    await act(() => router.navigate({ href: '/needs' }));
    const back = await screen.findByRole('heading', { name: '수요' });
    await waitFor(() => expect(document.activeElement).toBe(back));
  });
});
