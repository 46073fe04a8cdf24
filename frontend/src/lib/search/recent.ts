/** The last searches of a person in this browser. They never leave it, and go with the sign-out. */
const key = 'jumpup.recent';

/** How many are kept. */
const most = 6;

interface Kept {
  of: string;
  words: string[];
}

function read(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    if (typeof kept?.of !== 'string' || !Array.isArray(kept.words)) return null;
    return { of: kept.of, words: kept.words.filter((one): one is string => typeof one === 'string') };
  } catch {
    return null;
  }
}

/** Newest first; those of another person are not shown. */
export function recentSearches(person: string): string[] {
  const kept = read();
  return kept?.of === person ? kept.words : [];
}

export function rememberSearch(person: string, words: string): void {
  const wanted = words.trim();
  if (wanted === '' || person === '') return;
  const rest = recentSearches(person).filter((one) => one.toLowerCase() !== wanted.toLowerCase());
  try {
    const kept: Kept = { of: person, words: [wanted, ...rest].slice(0, most) };
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage nothing is remembered, and nothing else is lost.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}
