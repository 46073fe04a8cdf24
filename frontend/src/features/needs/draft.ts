/** What is being written is kept in this browser until the server has it, so that a reload loses nothing. */
import { useCallback, useEffect, useState } from 'react';
import type { Need, NeedPart } from './api';

const prefix = 'jumpup.need.';

interface Kept {
  need: Need;
  at: string;
}

function read(id: string): Kept | null {
  try {
    const text = localStorage.getItem(prefix + id);
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}

function write(id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(prefix + id, JSON.stringify(kept));
    else localStorage.removeItem(prefix + id);
  } catch {
    // Without storage the text lives as long as the page.
  }
}

/** The need being written under `id` ("new" for one that the server does not know yet). */
export function useDraft(id: string, start: Need) {
  const [kept, setKept] = useState<Kept>(() => {
    const found = read(id);
    return found && (found.need.version ?? 0) === (start.version ?? 0) ? found : { need: start, at: '' };
  });
  useEffect(() => {
    if (kept.at) write(id, kept);
  }, [id, kept]);
  const change = useCallback((part: NeedPart) => {
    setKept((old) => ({ need: { ...old.need, ...part } as Need, at: new Date().toISOString() }));
  }, []);
  const forget = useCallback(() => write(id, null), [id]);
  return { need: kept.need, savedAt: kept.at, change, forget };
}
