/**
 * Words that found nothing are asked once more as meant, after a rest, so that programme staff learn what
 * people look for in vain. Words that were not typed just now, such as those of an address, were counted
 * when the list was asked.
 */
import { useEffect, useRef } from 'react';

/** Milliseconds without a key after which words count as meant. */
const meantRest = 1200;

export interface Counted {
  words: string;
  typing: boolean;
  /** All that was found; undefined while it is not known. */
  total: number | undefined;
  /** Asks the list with the words as meant. */
  ask: (words: string) => Promise<unknown>;
}

export function useCounted({ words, typing, total, ask }: Counted): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!typing || words === '' || total !== 0) return;
    // A count that is lost costs nobody anything.
    const rest = setTimeout(() => void latest.current(words).catch(() => undefined), meantRest);
    return () => clearTimeout(rest);
  }, [words, typing, total]);
}
