import type { FeatureRoute } from '@/lib/routing/types';

export const routes: readonly FeatureRoute[] = [
  {
    path: '/search-admin',
    roles: ['coordinator', 'administrator'],
    place: 'search',
    texts: ['search'],
    load: () => import('./SearchAdminPage'),
  },
];
