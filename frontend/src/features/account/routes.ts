import type { FeatureRoute } from '@/lib/routing/types';

const texts = ['account'] as const;

export const routes: readonly FeatureRoute[] = [
  { path: '/sign-in', open: true, texts, load: () => import('./SignIn') },
  { path: '/link', open: true, texts, load: () => import('./LinkPage') },
  { path: '/forgotten', open: true, texts, load: () => import('./Forgotten') },
  { path: '/account', texts, load: () => import('./AccountPage') },
];
