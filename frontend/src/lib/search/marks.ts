/** Where the words of a query stand in a text: ranges of UTF-16 units, as JavaScript counts them. */
import type { Language } from '@/lib/i18n/language';
import { other, scriptOf, show, type Text } from '@/lib/text/bilingual';

/** Start and end of a range, the end not included. */
export type Ranges = readonly (readonly number[])[];

/** The ranges of each wording of a text; `plain` is one of no stated language. */
export type Marks = { ko?: Ranges; en?: Ranges; plain?: Ranges };

export interface Segment {
  text: string;
  marked: boolean;
  /** Where it begins, which also tells it from the others. */
  start: number;
}

const lowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/** The ranges in order, within the text, joined where they touch, never inside a character. */
function tidy(text: string, ranges: Ranges): [number, number][] {
  const inside = ranges
    .map(([start = 0, end = 0]): [number, number] => [
      Math.max(0, lowSurrogate(text, start) ? start - 1 : start),
      Math.min(text.length, lowSurrogate(text, end) ? end + 1 : end),
    ])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of inside) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The text cut at its marks; together the segments are the text. */
export function segments(text: string, ranges: Ranges | null | undefined): Segment[] {
  const out: Segment[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (start < end) out.push({ text: text.slice(start, end), marked, start });
  };
  let at = 0;
  for (const [start, end] of tidy(text, ranges ?? [])) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return out;
}

const ofWording = (text: Text, marks: Marks | null | undefined, language: Language): Ranges =>
  (typeof text === 'string' ? (marks?.plain ?? marks?.[scriptOf(text)]) : marks?.[language]) ?? [];

/** The ranges of the wording that a page in `language` shows. */
export function shownRanges(
  text: Text | null | undefined,
  marks: Marks | null | undefined,
  language: Language,
): Ranges {
  const shown = show(text, language);
  return text && shown ? ofWording(text, marks, shown.language) : [];
}

export interface Wording {
  value: string;
  language: Language;
  ranges: Ranges;
}

/** The wording that is not shown, when the words stand in it alone: else nobody could tell why it was found. */
export function otherWording(
  text: Text | null | undefined,
  marks: Marks | null | undefined,
  language: Language,
): Wording | null {
  const shown = show(text, language);
  if (!text || typeof text === 'string' || !shown || ofWording(text, marks, shown.language).length > 0)
    return null;
  const hidden = other(shown.language);
  const value = text[hidden] ?? '';
  const ranges = ofWording(text, marks, hidden);
  return value !== '' && ranges.length > 0 ? { value, language: hidden, ranges } : null;
}
