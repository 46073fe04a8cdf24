/**
 * Texts. Each feature owns one namespace with a Korean and an English file; the app hands in how a file is
 * loaded, so that this module knows no feature. Interpolation knows particles, lists, dates and money:
 * `{{name, josa(pair: 이/가)}}`, `{{names, list}}`, `{{day, date}}`, `{{amount, money}}`.
 */
import i18next, { type BackendModule, type i18n, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatDate, formatDateTime } from '@/lib/dates/dates';
import { type Amount, formatMoney } from '@/lib/money/money';
import { josa, type Pair } from '@/lib/text/josa';
import { formatNumber, listText } from '@/lib/words/names';
import { type Language, languages, storeLanguage, toLanguage } from './language';

export type LoadTexts = (language: Language, namespace: string) => Promise<ResourceKey>;

/** Adds the formats that texts may use. */
export function addFormats(instance: i18n): void {
  const formatter = instance.services.formatter;
  if (!formatter) return;
  formatter.add('josa', (value, _lng, options) => josa(String(value), options.pair as Pair));
  formatter.add('list', (value, lng) => listText((value as unknown[]).map(String), toLanguage(lng)));
  formatter.add('date', (value, lng) => formatDate(value as string | Date, toLanguage(lng)));
  formatter.add('datetime', (value, lng) => formatDateTime(value as string | Date, toLanguage(lng)));
  formatter.add('money', (value, lng) => formatMoney(value as Amount, toLanguage(lng)));
  formatter.add('number', (value, lng) => formatNumber(Number(value), toLanguage(lng)));
}

/** Options shared by the page and the tests. */
export const baseOptions = {
  supportedLngs: [...languages],
  fallbackLng: false,
  defaultNS: 'ui',
  returnNull: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
} as const;

function backend(load: LoadTexts): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read: (language, namespace, done) => {
      load(toLanguage(language), namespace).then(
        (texts) => done(null, texts),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
      );
    },
  };
}

/** Starts i18next in a language with the namespaces that every screen needs already loaded. */
export async function startI18n(
  language: Language,
  namespaces: readonly string[],
  load: LoadTexts,
): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance
    .use(backend(load))
    .use(initReactI18next)
    .init({ ...baseOptions, lng: language, ns: [...namespaces], react: { useSuspense: true } });
  addFormats(instance);
  document.documentElement.lang = language;
  return instance;
}

/** Switches the language everywhere, keeps the choice and names it to the browser. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  storeLanguage(language);
}
