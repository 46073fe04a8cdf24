/** How the indexes are doing, from what their servers told last. */
import type { IndexStatus, SearchStatus } from './api';

/** Milliseconds after which a server that tells nothing is taken for gone; it tells every few seconds. */
const silence = 60_000;

export function isSilent(engine: Pick<IndexStatus, 'seen'>, now: Date): boolean {
  return now.getTime() - Date.parse(engine.seen) > silence;
}

export type EngineState = 'silent' | 'failed' | 'busy' | 'behind' | 'parked' | 'well';

/** One word for an engine, the gravest first. */
export function stateOf(engine: IndexStatus, now: Date): EngineState {
  if (isSilent(engine, now)) return 'silent';
  if (engine.error !== '') return 'failed';
  if (engine.phase !== '') return 'busy';
  if (!engine.ready || engine.lag > 0) return 'behind';
  return engine.parked.length > 0 ? 'parked' : 'well';
}

/** One word for all of them. */
export function healthOf(status: SearchStatus, now: Date): 'well' | 'busy' | 'ill' {
  const states = status.engines.map((engine) => stateOf(engine, now));
  if (states.some((state) => state === 'silent' || state === 'failed' || state === 'parked')) return 'ill';
  return states.some((state) => state === 'busy' || state === 'behind') ? 'busy' : 'well';
}

/**
 * How many engines have not carried out a request to rebuild. Names of requests grow with time, so a newer
 * one that was carried out covers it. Who is silent is not waited for.
 */
export function pendingRebuild(status: SearchStatus, asked: string | undefined, now: Date): number {
  if (asked === undefined) return 0;
  return status.engines.filter((engine) => engine.asked < asked && !isSilent(engine, now)).length;
}

/** Something runs that is worth looking at often. */
export function isBusy(status: SearchStatus | undefined, asked: string | undefined, now: Date): boolean {
  if (!status) return false;
  return healthOf(status, now) === 'busy' || pendingRebuild(status, asked, now) > 0;
}
