/** What a match says to a person who gives it three seconds: chosen from its parts, without any words. */
import type { Match, Part, Unknown } from './types';

/** Parts that stand for a criterion: the constant of the formula is none. */
export function criteria(match: Match): Part[] {
  return match.parts.filter((part) => part.group !== 'constant' && part.weight !== 0);
}

const helps = (part: Part): boolean =>
  part.value !== null && part.value >= 0.5 && part.contribution > 0 && part.group !== 'preference';

/** Evidence that says something was looked for and not found supports nothing. */
const speaks = (part: Part): boolean => part.evidence.some((item) => item.code !== 'none');

/** The parts that fit best: those that can be shown by evidence first, then by contribution. At most `most`. */
export function agreements(match: Match, most = 3): Part[] {
  return criteria(match)
    .filter(helps)
    .sort((a, b) => Number(speaks(b)) - Number(speaks(a)) || b.contribution - a.contribution)
    .slice(0, most);
}

export type Check = { kind: 'unknown'; part: string; field: string } | { kind: 'weak'; part: Part };

/**
 * What to look at before deciding: what is not known and weighs most, then what fits badly. At most
 * `most`, and a part is named once even if several fields would settle it.
 */
export function checks(match: Match, most = 2): Check[] {
  const weight = (code: string) => Math.abs(match.parts.find((part) => part.code === code)?.weight ?? 0);
  const firsts = new Map<string, Unknown>();
  for (const item of match.unknown) if (!firsts.has(item.code)) firsts.set(item.code, item);
  const unknown: Check[] = [...firsts.values()]
    .sort((a, b) => weight(b.code) - weight(a.code))
    .map((item) => ({ kind: 'unknown', part: item.code, field: item.field }));
  const weak: Check[] = criteria(match)
    .filter(
      (part) => part.value !== null && part.value < 0.35 && part.weight > 0 && part.group !== 'preference',
    )
    .sort((a, b) => b.weight * (1 - (b.value ?? 0)) - a.weight * (1 - (a.value ?? 0)))
    .map((part) => ({ kind: 'weak', part }));
  // One place is kept for a known weakness: a list of gaps alone would hide it.
  const room = weak.length > 0 ? Math.max(1, most - 1) : most;
  return [...unknown.slice(0, room), ...weak].slice(0, most);
}

export type ActWord = 'high' | 'middle' | 'low' | 'unknown';

/** 지금 움직일 가능성 in a word. */
export function actWord(act: Match['act']): ActWord {
  if (!act.known) return 'unknown';
  if (act.score >= 0.6) return 'high';
  return act.score >= 0.3 ? 'middle' : 'low';
}

export interface ComparedPart {
  code: string;
  /** Per match, in the order given; undefined when a match has no such part. */
  parts: (Part | undefined)[];
  /**
   * Largest difference of values; what is unknown differs from what is known by a half. -1 when nothing is
   * known of it in any match.
   */
  spread: number;
}

/** The parts of several matches side by side, those that tell them apart first. */
export function compared(matches: readonly Match[]): ComparedPart[] {
  const codes = [...new Set(matches.flatMap((match) => criteria(match).map((part) => part.code)))];
  const rows = codes.map((code) => {
    const parts = matches.map((match) => match.parts.find((part) => part.code === code));
    const values = parts.flatMap((part) => (part?.value == null ? [] : [part.value]));
    const range = values.length > 1 ? Math.max(...values) - Math.min(...values) : 0;
    const gap = values.length > 0 && values.length < parts.length ? 0.5 : 0;
    return { code, parts, spread: values.length === 0 ? -1 : Math.max(range, gap) };
  });
  return rows.sort((a, b) => b.spread - a.spread);
}
