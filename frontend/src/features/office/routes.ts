import type { FeatureRoute } from '@/lib/routing/types';

const texts = ['office'] as const;
const staff = ['coordinator', 'administrator'] as const;

export const routes: readonly FeatureRoute[] = [
  { path: '/transfer', roles: staff, place: 'transfer', texts, load: () => import('./TransferPage') },
  { path: '/merges', roles: staff, place: 'transfer', texts, load: () => import('./MergesPage') },
  { path: '/people', roles: staff, place: 'people', texts, load: () => import('./PeoplePage') },
  { path: '/audit', roles: staff, place: 'audit', texts, load: () => import('./AuditPage') },
  {
    path: '/settings',
    roles: ['administrator'],
    place: 'settings',
    texts,
    load: () => import('./SettingsPage'),
  },
];
