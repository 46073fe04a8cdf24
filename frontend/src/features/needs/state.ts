/** How a need's state looks and which button each step is. */
import type { Tone } from '@/ui/base/StateTag';
import type { Need, NeedKind, NeedState, NeedStep } from './api';

export const toneOf: Record<NeedState, Tone> = {
  draft: 'neutral',
  filed: 'info',
  returned: 'attention',
  triaged: 'info',
  matched: 'attention',
  agreed: 'success',
  closed: 'neutral',
};

/** Steps of which the other side reads the reason. */
export const needsRemark: ReadonlySet<NeedStep> = new Set(['return', 'none-fit', 'close']);

/** Which candidates answer a kind of need; null for partners, who are not ranked. */
export function candidatesOf(kind: NeedKind): 'expert' | 'investor' | null {
  if (kind === 'directing') return 'expert';
  return kind === 'investment' ? 'investor' : null;
}

/** Whole days from one calendar day to another; negative when it has passed. */
export function daysUntil(day: string, today: Date): number {
  const at = Date.parse(`${day}T00:00:00`);
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  return Math.round((at - from) / 86_400_000);
}

/** Whole days since an instant. */
export function daysSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 86_400_000));
}

/** What a good brief holds; each item leads to its step. */
export function briefItems(need: Need): { id: BriefStep; done: boolean }[] {
  const has = (text: Need['title']) =>
    typeof text === 'string' ? text.trim() !== '' : Boolean(text?.ko?.trim() || text?.en?.trim());
  return [
    { id: 'kind', done: Boolean(need.kind) },
    { id: 'outcome', done: has(need.title) && has(need.detail) },
    { id: 'markets', done: (need.markets?.length ?? 0) > 0 || (need.topics?.length ?? 0) > 0 },
    {
      id: 'terms',
      done: need.kind === 'investment' ? Boolean(need.amount && need.stage) : Boolean(need.due),
    },
    { id: 'check', done: false },
  ];
}

export type BriefStep = 'kind' | 'outcome' | 'markets' | 'terms' | 'check';
