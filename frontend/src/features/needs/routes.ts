import type { FeatureRoute } from '@/lib/routing/types';

const texts = ['needs', 'match'] as const;

export const routes: readonly FeatureRoute[] = [
  { path: '/', roles: ['company'], place: 'home', texts, load: () => import('./CompanyHome') },
  { path: '/needs', roles: ['company'], place: 'needs', texts, load: () => import('./NeedList') },
  { path: '/needs/new', roles: ['company'], place: 'needs', texts, load: () => import('./NewNeed') },
  { path: '/needs/$id', roles: ['company'], place: 'needs', texts, load: () => import('./NeedPage') },
  {
    path: '/needs/$id',
    roles: ['coordinator', 'administrator'],
    place: 'triage',
    texts,
    load: () => import('./NeedPage'),
  },
  {
    path: '/needs/$id',
    roles: ['expert', 'investor'],
    place: 'fit',
    texts,
    load: () => import('./NeedPage'),
  },
  { path: '/needs/$id/edit', place: 'needs', roles: ['company'], texts, load: () => import('./EditNeed') },
  {
    path: '/needs/$id/matches',
    roles: ['company'],
    place: 'needs',
    texts,
    load: () => import('./MatchesPage'),
  },
  {
    path: '/needs/$id/matches',
    roles: ['coordinator', 'administrator'],
    place: 'triage',
    texts,
    load: () => import('./MatchesPage'),
  },
  {
    path: '/triage',
    roles: ['coordinator', 'administrator'],
    place: 'triage',
    texts,
    load: () => import('./Triage'),
  },
];
