import { useEffect, useState } from 'react';
import type { Role } from '../base/RoleBadge';

export interface PaletteItem {
  id: string;
  title: string;
  detail?: string;
  href: string;
  /** Shows the role's icon. */
  role?: Role;
}

export interface PaletteGroup {
  id: string;
  label: string;
  items: PaletteItem[];
}

export function flat(groups: readonly PaletteGroup[]): PaletteItem[] {
  return groups.flatMap((group) => group.items);
}

export type PaletteState = 'loading' | 'ready' | 'failed';

interface Answer {
  groups: PaletteGroup[];
  state: PaletteState;
}

/** Asks the source for each query and drops answers that came too late. Old results stay while new ones load. */
export function usePaletteSource(
  query: string,
  source: (query: string, signal: AbortSignal) => Promise<PaletteGroup[]>,
): Answer {
  const [answer, setAnswer] = useState<Answer>({ groups: [], state: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    setAnswer((old) => ({ groups: old.groups, state: 'loading' }));
    source(query, stop.signal).then(
      (groups) => {
        if (!stop.signal.aborted)
          setAnswer({ groups: groups.filter((g) => g.items.length > 0), state: 'ready' });
      },
      () => {
        if (!stop.signal.aborted) setAnswer({ groups: [], state: 'failed' });
      },
    );
    return () => stop.abort();
  }, [query, source]);
  return answer;
}
