/**
 * What the page itself has to tell: actions that can still be undone. A toast shows it for 8 seconds; the
 * notices keep it, so that nobody has to be quick.
 */
import { useSyncExternalStore } from 'react';

export interface LocalNotice {
  id: string;
  message: string;
  at: Date;
  /** Takes the action back; gone once it was used. */
  undo?: () => void | Promise<void>;
  read: boolean;
}

/** How many are kept. */
const most = 20;

let notices: readonly LocalNotice[] = [];
const listeners = new Set<() => void>();
let counter = 0;

function set(next: readonly LocalNotice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function addNotice(message: string, undo?: LocalNotice['undo'], at = new Date()): string {
  counter += 1;
  const id = `local-${counter}`;
  set([{ id, message, at, undo, read: false }, ...notices].slice(0, most));
  return id;
}

/** Runs the undo of a notice, at most once. */
export async function undoNotice(id: string): Promise<void> {
  const undo = notices.find((n) => n.id === id)?.undo;
  if (!undo) return;
  set(notices.map((n) => (n.id === id ? { ...n, undo: undefined, read: true } : n)));
  await undo();
}

export function markNoticesRead(): void {
  if (notices.some((n) => !n.read)) set(notices.map((n) => ({ ...n, read: true })));
}

export function clearNotices(): void {
  set([]);
}

export function useNotices(): readonly LocalNotice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
}
