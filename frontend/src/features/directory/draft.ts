/** What is typed is kept in this browser until the server has it, so that a reload loses nothing. */
import { useCallback, useEffect, useState } from 'react';

const prefix = 'jumpup.record.';

interface Kept<T> {
  record: T;
  changed: boolean;
}

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(prefix + key);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function write(key: string, record: unknown): void {
  try {
    if (record === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(record));
  } catch {
    // Without storage the text lives as long as the page.
  }
}

/** The record being written under `key`; what was kept of an older version is dropped. */
export function useDraft<T extends { version?: number }>(key: string, start: T) {
  const [kept, setKept] = useState<Kept<T>>(() => {
    const found = read<T>(key);
    return found && (found.version ?? 0) === (start.version ?? 0)
      ? { record: found, changed: true }
      : { record: start, changed: false };
  });
  useEffect(() => {
    if (kept.changed) write(key, kept.record);
  }, [key, kept]);
  const change = useCallback((part: Partial<T>) => {
    setKept((old) => ({ record: { ...old.record, ...part }, changed: true }));
  }, []);
  const forget = useCallback(() => write(key, null), [key]);
  return { record: kept.record, changed: kept.changed, change, forget };
}
