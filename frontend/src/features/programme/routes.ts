import type { FeatureRoute } from '@/lib/routing/types';

export const routes: readonly FeatureRoute[] = [
  {
    path: '/',
    roles: ['coordinator', 'administrator'],
    place: 'home',
    texts: ['programme', 'match'],
    load: () => import('./OverviewPage'),
  },
];
