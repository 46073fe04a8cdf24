/** Where the texts are: every `locales/<namespace>.<language>.json` of the page, loaded when first needed. */
import type { ResourceKey } from 'i18next';
import type { LoadTexts } from '@/lib/i18n/i18n';

const files = import.meta.glob<ResourceKey>('/src/**/locales/*.json', { import: 'default' });

const byName = new Map(
  Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), load]),
);

/** Namespaces that every screen needs. */
export const firstNamespaces = ['ui', 'words', 'app'] as const;

export const loadTexts: LoadTexts = (language, namespace) => {
  const load = byName.get(`${namespace}.${language}`);
  return load ? load() : Promise.reject(new Error(`no texts named ${namespace}.${language}`));
};
