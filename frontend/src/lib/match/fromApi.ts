/** A match as the API gives it, as the page shows it. */
import type { Schemas } from '@/lib/api/client';
import type { Evidence, Match, Part } from './types';

type ApiMatch = Schemas['Match'];

function evidenceOf(item: Schemas['MatchEvidence']): Evidence {
  return item as Evidence;
}

function partOf(part: Schemas['MatchPart']): Part {
  return { ...part, value: part.value ?? null, evidence: (part.evidence ?? []).map(evidenceOf) };
}

export function fromApi(match: ApiMatch): Match {
  const { preference } = match;
  const { name, headline } = match.candidate;
  return {
    candidate: {
      id: match.candidate.id,
      kind: match.candidate.kind,
      name: name ?? match.candidate.id,
      ...(headline ? { headline } : {}),
    },
    score: match.score,
    low: match.low,
    high: match.high,
    fit: match.fit,
    act: match.act,
    parts: (match.parts ?? []).map(partOf),
    unknown: match.unknown ?? [],
    blocked: match.blocked,
    ...(preference ? { preference: { mine: preference.level, note: preference.note } } : {}),
  };
}
