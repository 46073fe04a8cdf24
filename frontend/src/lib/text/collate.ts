/** Sorting of names: Korean order on Korean pages, numbers by value, case and width ignored. */
import type { Language } from '@/lib/i18n/language';

const collators = new Map<Language, Intl.Collator>();

export function collator(language: Language): Intl.Collator {
  let found = collators.get(language);
  if (!found) {
    found = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    collators.set(language, found);
  }
  return found;
}

/** A sorted copy, ordered by a text taken from each item. */
export function sortBy<T>(items: readonly T[], text: (item: T) => string, language: Language): T[] {
  const { compare } = collator(language);
  return [...items].sort((a, b) => compare(text(a), text(b)));
}
