import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './files';

/** Imports go downwards only: app -> features -> ui -> lib. Tests and testing may import anything. */
const rank: Record<string, number> = { lib: 0, ui: 1, features: 2, app: 3, testing: 4 };

function target(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier));
  return null;
}

/** What is wrong with an import, or null. */
function fault(from: string, specifier: string): string | null {
  const to = target(from, specifier);
  if (to === null) return null;
  const [fromZone = '', fromFeature] = from.split('/');
  const [toZone = '', toFeature] = to.split('/');
  // The gallery of components shows the tests' invented data; it is left out of built pages.
  if (from.startsWith('app/dev/') && toZone === 'testing') return null;
  if (to.startsWith('..')) return `${specifier} leaves src`;
  if ((rank[toZone] ?? 9) > (rank[fromZone] ?? -1))
    return `${fromZone} must not import ${toZone} (${specifier})`;
  if (fromZone === 'features' && toZone === 'features' && fromFeature !== toFeature) {
    return `feature ${fromFeature} must not import feature ${toFeature}`;
  }
  return null;
}

describe('import zones', () => {
  it('finds a wrong direction', () => {
    expect(fault('lib/a.ts', '@/ui/b')).toMatch(/must not import ui/);
    expect(fault('ui/a.ts', '../features/x/b')).toMatch(/must not import features/);
    expect(fault('features/x/a.ts', '@/features/y/b')).toMatch(/feature x must not import feature y/);
    expect(fault('features/x/a.ts', './b')).toBeNull();
    expect(fault('app/a.ts', '@/features/y/b')).toBeNull();
  });

  const sources = sourceFiles(/\.(tsx?|css)$/).filter((f) => !f.path.includes('.test.'));
  it.each(sources.map((f) => [f.path, f.absolute] as const))('%s', (path, absolute) => {
    const text = readFileSync(absolute, 'utf8');
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
    expect(specifiers.map((s) => fault(path, s)).filter((f) => f !== null)).toEqual([]);
  });
});
