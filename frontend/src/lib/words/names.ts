/** Names of countries, languages and currencies from the browser's own data; a code it lacks stays a code. */
import type { Language } from '@/lib/i18n/language';

type Kind = 'region' | 'language' | 'currency';

const cache = new Map<string, Intl.DisplayNames>();

function names(kind: Kind, language: Language): Intl.DisplayNames {
  const id = `${kind} ${language}`;
  let found = cache.get(id);
  if (!found) {
    found = new Intl.DisplayNames(language, { type: kind, fallback: 'code', style: 'short' });
    cache.set(id, found);
  }
  return found;
}

function name(kind: Kind, code: string, language: Language): string {
  try {
    return names(kind, language).of(code) ?? code;
  } catch {
    // A malformed code is data, not a reason to lose the page.
    return code;
  }
}

/** `KR` is 대한민국 or South Korea; `VN` 베트남 or Vietnam. */
export function countryName(code: string, language: Language): string {
  return name('region', code.toUpperCase(), language);
}

/** `ko` is 한국어 or Korean; `zh-TW` names its region too. */
export function languageName(code: string, language: Language): string {
  return name('language', code, language);
}

export function currencyName(code: string, language: Language): string {
  return name('currency', code.toUpperCase(), language);
}

/** `한국어, 영어 및 일본어`; `Korean, English and Japanese`. */
export function listText(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'ko' ? 'ko' : 'en-GB', { type: 'conjunction' }).format(items);
}

/** A count with separators: `1,234`. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** `0.82` is `82%`. */
export function formatShare(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}
