/** Every page, feature by feature. A feature's pages load when first opened. */
import type { FeatureRoute } from '@/lib/routing/types';

const byFeature = import.meta.glob<{ routes: readonly FeatureRoute[] }>('/src/features/*/routes.ts', {
  eager: true,
});

/** The gallery of components, in development builds only. */
const gallery: FeatureRoute[] = import.meta.env.DEV
  ? [
      {
        path: '/dev/gallery',
        open: true,
        texts: [],
        load: () => import('./dev/Gallery').then(({ Gallery }) => ({ default: Gallery })),
      },
    ]
  : [];

export const routes: readonly FeatureRoute[] = [
  ...gallery,
  ...Object.values(byFeature).flatMap((feature) => feature.routes),
];
