import type { FeatureRoute } from '@/lib/routing/types';

const texts = ['weights', 'match'] as const;
const roles = ['coordinator', 'administrator'] as const;

export const routes: readonly FeatureRoute[] = [
  { path: '/weights', roles, place: 'weights', texts, load: () => import('./WeightsPage') },
  { path: '/runs', roles, place: 'weights', texts, load: () => import('./RunsPage') },
  { path: '/runs/$id', roles, place: 'weights', texts, load: () => import('./RunPage') },
];
