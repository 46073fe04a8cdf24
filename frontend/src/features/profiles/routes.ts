import type { FeatureRoute } from '@/lib/routing/types';

const texts = ['profiles', 'match', 'words'] as const;

export const routes: readonly FeatureRoute[] = [
  { path: '/', roles: ['expert'], place: 'home', texts, load: () => import('./ExpertHome') },
  { path: '/', roles: ['investor'], place: 'home', wide: true, texts, load: () => import('./Portfolio') },
  { path: '/fit', roles: ['expert', 'investor'], place: 'fit', texts, load: () => import('./FitPage') },
  { path: '/shortlist', roles: ['investor'], place: 'shortlist', texts, load: () => import('./Shortlist') },
  { path: '/profile', roles: ['expert'], place: 'profile', texts, load: () => import('./ExpertProfile') },
  { path: '/profile', roles: ['investor'], place: 'profile', texts, load: () => import('./InvestorProfile') },
];
