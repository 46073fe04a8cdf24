/** The page's two languages: which one applies, and where the choice is kept. */
export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'jumpup.language';

export function isLanguage(value: unknown): value is Language {
  return value === 'ko' || value === 'en';
}

/** Any BCP 47 tag as one of the page's languages: Korean for `ko`, `ko-KR`; English for everything else. */
export function toLanguage(tag: string | undefined): Language {
  return tag?.toLowerCase().split('-')[0] === 'ko' ? 'ko' : 'en';
}

/** The stored choice, else the first browser language that the page speaks, else English. */
export function detectLanguage(
  stored: string | null = readStored(),
  wanted: readonly string[] = navigator.languages,
): Language {
  if (isLanguage(stored)) return stored;
  const first = wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
  return first ?? 'en';
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Some in-app browsers forbid storage; the browser's language then applies on each visit.
    return null;
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Nothing is lost but the choice itself.
  }
}
