/** Synonyms as people write them: one group a line, its words separated by `=`. */

/** Bounds of the server, which judges in any case. */
export const bounds = { groups: 1000, words: 30, letters: 60 } as const;

export interface Line {
  /** Its number in the text, from 1. */
  line: number;
  words: string[];
}

/** Blanks folded, as the server keeps words. */
const tidy = (word: string): string => word.normalize('NFC').trim().replace(/\s+/g, ' ');

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The groups of a text; empty lines count as lines and hold no group. */
export function readGroups(text: string): Line[] {
  return text.split('\n').flatMap((raw, i) => {
    const words: string[] = [];
    for (const word of raw.split('=').map(tidy)) {
      if (word !== '' && !words.some((one) => same(one, word))) words.push(word);
    }
    return words.length > 0 ? [{ line: i + 1, words }] : [];
  });
}

export function writeGroups(groups: readonly (readonly string[])[]): string {
  return groups.map((group) => group.join(' = ')).join('\n');
}

export type Fault =
  | { line: number; code: 'single'; word: string }
  | { line: number; code: 'many'; count: number }
  | { line: number; code: 'long'; word: string }
  | { line: number; code: 'twice'; word: string; other: number }
  | { line: number; code: 'server'; message: string };

/** What is wrong, line by line, in words of the reader's language before the server is asked. */
export function faultsOf(lines: readonly Line[]): Fault[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, words }): Fault[] => {
    const faults: Fault[] = [];
    if (words.length === 1) faults.push({ line, code: 'single', word: words[0] ?? '' });
    if (words.length > bounds.words) faults.push({ line, code: 'many', count: words.length });
    for (const word of words) {
      if ([...word].length > bounds.letters) faults.push({ line, code: 'long', word });
      const other = seen.get(word.toLowerCase());
      if (other !== undefined) faults.push({ line, code: 'twice', word, other });
      else seen.set(word.toLowerCase(), line);
    }
    return faults;
  });
}

/**
 * What the server says, at the lines it speaks of: `groups.3` is the fourth group. What has no group of
 * ours is left to the caller.
 */
export function serverFaults(fields: Record<string, string>, lines: readonly Line[]): Fault[] {
  return Object.entries(fields).flatMap(([path, message]): Fault[] => {
    const at = /^groups\.(\d+)/.exec(path)?.[1];
    const line = at === undefined ? undefined : lines[Number(at)]?.line;
    return line === undefined ? [] : [{ line, code: 'server', message }];
  });
}

/** The text with one more group to be completed, and where its writing goes on. */
export function withWord(text: string, word: string): { text: string; caret: number } {
  const begun = text.replace(/\n+$/, '');
  const next = `${begun === '' ? '' : `${begun}\n`}${tidy(word.replaceAll('=', ' '))} = `;
  return { text: next, caret: next.length };
}
