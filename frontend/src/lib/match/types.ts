/**
 * A match (매칭) as the API gives it: a scored pair with its parts. Evidence, gates and parts are codes with
 * data; the sentences are made here in the reader's language (sentences.ts). Codes are append-only, so a
 * code that the page does not know yet is shown by its data and never hides the match.
 */
import type { Text } from '@/lib/text/bilingual';

export type CandidateKind = 'company' | 'expert' | 'investor';

export type FitWord = 'strong' | 'good' | 'check';

export type PreferenceLevel = 'must' | 'want' | 'later' | 'no';

export const preferenceLevels: readonly PreferenceLevel[] = ['must', 'want', 'later', 'no'];

export interface Candidate {
  id: string;
  kind: CandidateKind;
  name: Text;
  headline?: Text;
}

/** The data of one piece of evidence; which of them are set depends on its code. */
export interface EvidenceParams {
  value?: string;
  note?: string;
  count?: number;
  total?: number;
  /** `YYYY-MM-DD`. */
  day?: string;
}

export interface Evidence {
  code: string;
  /** A title taken from the data, in the languages it exists in. */
  text?: string;
  ko?: string;
  en?: string;
  params?: EvidenceParams;
  /** The source may not be shown to this reader: it becomes "matches a private item". */
  private?: boolean;
}

export interface Part {
  code: string;
  /** `fit`, `act`, `preference` or `constant`. */
  group: string;
  /** 0..1; null when it is not known, which widens the band and is no mismatch. */
  value: number | null;
  weight: number;
  contribution: number;
  evidence: Evidence[];
}

export interface Unknown {
  /** The part that is not known. */
  code: string;
  /** The field that would settle it, e.g. `need.amount` or `candidate.ticket`. */
  field: string;
}

export interface Preference {
  mine?: PreferenceLevel;
  note?: string;
}

export interface Match {
  candidate: Candidate;
  score: number;
  low: number;
  high: number;
  fit: { score: number; low: number; high: number; word: FitWord };
  act: { score: number; known: boolean };
  parts: Part[];
  unknown: Unknown[];
  /** Gate code, empty when the pair is possible. */
  blocked: string;
  preference?: Preference;
}
