/** One address: asks who is here, picks the page of the role, loads it with its texts and frames it. */
import { useRouterState } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useGo } from '@/lib/routing/hooks';
import type { FeatureRoute } from '@/lib/routing/types';
import { Loading } from '@/ui/base/Loading';
import { FocusHeading } from './FocusHeading';
import { Failed, NotFound } from './pages/Problems';

/** Who signs in needs no frame yet. */
const Frame = lazy(() => import('./Frame').then((m) => ({ default: m.Frame })));

const pages = new Map<FeatureRoute, ComponentType>();

/** The lazily loaded page of a route, made once so that it keeps its state. */
function pageOf(route: FeatureRoute): ComponentType {
  const known = pages.get(route);
  if (known) return known;
  const Page = lazy(route.load);
  pages.set(route, Page);
  return Page;
}

export function RoutePage({ candidates }: { candidates: readonly FeatureRoute[] }) {
  const open = candidates.find((route) => route.open);
  return open ? <Content route={open} /> : <SignedIn candidates={candidates} />;
}

/** Open pages never ask who is here. */
function SignedIn({ candidates }: { candidates: readonly FeatureRoute[] }) {
  const me = useMe();
  if (me.isPending) return <Waiting />;
  if (me.isError) return <Failed error={me.error} reset={() => void me.refetch()} />;
  if (!me.data) return <ToSignIn />;
  const role = me.data.role;
  const route = candidates.find((r) => !r.roles || r.roles.includes(role));
  return (
    <Suspense fallback={<Loading />}>
      <Frame me={me.data} place={route?.place} wide={route?.wide}>
        {route ? <Content route={route} /> : <NotFound />}
      </Frame>
    </Suspense>
  );
}

/** Signing in comes back to the address one wanted. */
function ToSignIn() {
  const go = useGo();
  const wanted = useRouterState({ select: (s) => s.location.href });
  useEffect(() => {
    go(wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`, { replace: true });
  }, [go, wanted]);
  return <Waiting />;
}

function Content({ route }: { route: FeatureRoute }) {
  const Page = pageOf(route);
  return (
    <Suspense fallback={<Loading />}>
      <WithTexts texts={route.texts}>
        <Page />
        <FocusHeading />
      </WithTexts>
    </Suspense>
  );
}

function WithTexts({ texts, children }: { texts: readonly string[]; children: React.ReactNode }) {
  useTranslation(texts as string[]);
  return children;
}

/** Before it is known who is here. */
function Waiting() {
  return (
    <main>
      <Loading />
    </main>
  );
}
