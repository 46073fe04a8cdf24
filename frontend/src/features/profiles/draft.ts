/** What is being written is kept in this browser until the server has it, so that a reload loses nothing. */
import { useCallback, useEffect, useState } from 'react';

const prefix = 'jumpup.profile.';

interface Kept<T> {
  value: T;
  /** When it was last changed here; empty while it is as the server has it. */
  at: string;
}

function read<T>(id: string): Kept<T> | null {
  try {
    const text = localStorage.getItem(prefix + id);
    return text ? (JSON.parse(text) as Kept<T>) : null;
  } catch {
    return null;
  }
}

function write(id: string, kept: Kept<unknown> | null): void {
  try {
    if (kept) localStorage.setItem(prefix + id, JSON.stringify(kept));
    else localStorage.removeItem(prefix + id);
  } catch {
    // Without storage the text lives as long as the page.
  }
}

/** A change of some fields; undefined empties one. */
export type Part<T> = { [K in keyof T]?: T[K] | undefined };

/** What is being written under `id`, on top of `stored`. An older version is kept too: saving it asks the person. */
export function useDraft<T extends object>(id: string, stored: T) {
  const [kept, setKept] = useState<Kept<T> | null>(() => read<T>(id));
  useEffect(() => write(id, kept), [id, kept]);
  const change = useCallback(
    (part: Part<T>) => {
      setKept((old) => ({
        value: { ...(old?.value ?? stored), ...part } as T,
        at: new Date().toISOString(),
      }));
    },
    [stored],
  );
  const forget = useCallback(() => setKept(null), []);
  return { value: kept?.value ?? stored, savedAt: kept?.at ?? '', change, forget };
}
