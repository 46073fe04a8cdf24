/** i18next with every text loaded, for tests. */
import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { addFormats, baseOptions } from '@/lib/i18n/i18n';
import type { Language } from '@/lib/i18n/language';

const files = import.meta.glob<Record<string, unknown>>('/src/**/locales/*.json', {
  eager: true,
  import: 'default',
});

/** `/src/lib/match/locales/match.ko.json` holds the namespace `match` in Korean. */
export function texts(): {
  path: string;
  namespace: string;
  language: Language;
  texts: Record<string, unknown>;
}[] {
  return Object.entries(files).map(([path, content]) => {
    const found = /([^/]+)\.(ko|en)\.json$/.exec(path);
    if (!found?.[1]) throw new Error(`${path}: name text files <namespace>.<ko|en>.json`);
    return { path, namespace: found[1], language: found[2] as Language, texts: content };
  });
}

export function testI18n(language: Language = 'ko'): i18n {
  const resources: Resource = {};
  for (const file of texts()) {
    resources[file.language] ??= {};
    (resources[file.language] as Record<string, object>)[file.namespace] = file.texts;
  }
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    ...baseOptions,
    lng: language,
    resources,
    ns: [...new Set(texts().map((f) => f.namespace))],
    initAsync: false,
  });
  addFormats(instance);
  return instance;
}
