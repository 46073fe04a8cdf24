import type { IconProps } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { Ranges } from '@/lib/search/marks';
import type { Role } from '../base/RoleBadge';

/** What choosing an item does: goes to an address, asks with other words, narrows to one group (null: widens again), or runs something. */
export type PaletteDeed = { go: string } | { ask: string } | { only: string | null } | { run: () => void };

export interface PaletteItem {
  id: string;
  title: string;
  /** The language of the title where it is not the page's. */
  lang?: string | undefined;
  /** Where the words stand in the title. */
  ranges?: Ranges;
  detail?: ReactNode;
  /** One line more: why it was found. */
  line?: ReactNode;
  does: PaletteDeed;
  /** Shows the role's icon. */
  role?: Role;
  icon?: ComponentType<IconProps>;
  /** Leads to more instead of being one of the results. */
  more?: boolean;
}

export interface PaletteGroup {
  id: string;
  label: string;
  /** Stands at the end of the group's head: how many there are, or a remark. */
  aside?: string;
  items: PaletteItem[];
}

export interface PaletteAsk {
  /** Empty asks for suggestions. */
  words: string;
  /** The words may be unfinished. False once they have rested without a result. */
  typing: boolean;
  /** The one group that is asked for. */
  only?: string;
}

export interface PaletteAnswer {
  groups: PaletteGroup[];
  /** All that match, of which some are listed. */
  total: number;
  /** How the words were taken, and what could not be searched. */
  note?: ReactNode;
}

export type PaletteSource = (ask: PaletteAsk, signal: AbortSignal) => Promise<PaletteAnswer>;

export function flat(groups: readonly PaletteGroup[]): PaletteItem[] {
  return groups.flatMap((group) => group.items);
}

export type PaletteState = 'loading' | 'ready' | 'failed';

interface Shown {
  answer: PaletteAnswer;
  /** The words that the answer is for. */
  words: string;
  state: PaletteState;
}

const nothing: PaletteAnswer = { groups: [], total: 0 };

/** Milliseconds without a key after which words that found nothing count as meant. */
export const meantRest = 1200;

export interface PaletteQuestion {
  words: string;
  only: string | null;
  /** Changes when the same question is to be asked again. */
  round: number;
  /** Words that find nothing are asked a second time as meant, so that they are counted. */
  counted: boolean;
}

/** Asks the source for each query and drops answers that came too late. Old results stay while new ones load. */
export function usePaletteSource(
  { words, only, round, counted }: PaletteQuestion,
  source: PaletteSource,
): Shown {
  const [shown, setShown] = useState<Shown>({ answer: nothing, words: '', state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    const stop = new AbortController();
    let rest: ReturnType<typeof setTimeout> | undefined;
    const ask = (typing: boolean) => source({ words, typing, ...(only ? { only } : {}) }, stop.signal);
    const take = (answer: PaletteAnswer) => {
      const groups = answer.groups.filter((group) => group.items.length > 0);
      if (!stop.signal.aborted) setShown({ answer: { ...answer, groups }, words, state: 'ready' });
    };
    setShown((old) => ({ ...old, state: 'loading' }));
    ask(true).then(
      (answer) => {
        take(answer);
        if (stop.signal.aborted || !counted || words === '' || answer.total > 0) return;
        // What was shown stands if the second asking fails.
        rest = setTimeout(() => void ask(false).then(take, () => undefined), meantRest);
      },
      () => {
        if (!stop.signal.aborted) setShown({ answer: nothing, words, state: 'failed' });
      },
    );
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [words, only, round, counted, source]);
  return shown;
}
