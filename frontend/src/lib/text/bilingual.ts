/**
 * Text that may exist in Korean, in English, in both, or as one wording of no stated language. A page
 * shows its own language, else the other one and says so.
 */
import type { Language } from '@/lib/i18n/language';

export interface Bilingual {
  ko?: string;
  en?: string;
}

/** A plain string is a wording whose language the source did not state. */
export type Text = string | Bilingual;

export interface Shown {
  value: string;
  /** The language the value is written in, for the `lang` attribute. */
  language: Language;
  /** The page's language is missing and the other one is shown instead. */
  fallback: boolean;
}

const filled = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

const hangul = /[ㄱ-ㆎ가-힣]/;

export function other(language: Language): Language {
  return language === 'ko' ? 'en' : 'ko';
}

/** The language a wording is written in, by its script. */
export function scriptOf(value: string): Language {
  return hangul.test(value) ? 'ko' : 'en';
}

/** What to show of a text on a page in `language`; null when nothing is filled. */
export function show(text: Text | null | undefined, language: Language): Shown | null {
  if (typeof text === 'string') {
    return filled(text) ? { value: text, language: scriptOf(text), fallback: false } : null;
  }
  const wanted = text?.[language];
  if (filled(wanted)) return { value: wanted, language, fallback: false };
  const spare = text?.[other(language)];
  if (filled(spare)) return { value: spare, language: other(language), fallback: true };
  return null;
}

/** The words alone, for sentences and sorting; empty when nothing is filled. */
export function plain(text: Text | null | undefined, language: Language): string {
  return show(text, language)?.value ?? '';
}

/** The languages that are not filled, in the order ko, en. */
export function missing(text: Text | null | undefined): Language[] {
  const both = typeof text === 'string' ? { [scriptOf(text)]: text } : text;
  return (['ko', 'en'] as const).filter((language) => !filled(both?.[language]));
}
