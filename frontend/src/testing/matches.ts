/** Invented matches for tests and for the gallery of components. */
import type { Match, Part } from '@/lib/match/types';

function part(
  code: string,
  weight: number,
  value: number | null,
  evidence: Part['evidence'] = [],
  group = 'fit',
): Part {
  return { code, group, weight, value, contribution: value === null ? 0 : weight * value, evidence };
}

export const expertMatch: Match = {
  candidate: {
    id: 'e1',
    kind: 'expert',
    name: { ko: '한결', en: 'Gyeol Han' },
    headline: {
      ko: '이차전지 소재 해외 인증 · 양산 전환',
      en: 'Overseas certification of battery materials, ramp-up',
    },
  },
  score: 0.84,
  low: 0.79,
  high: 0.88,
  fit: { score: 0.86, low: 0.81, high: 0.9, word: 'strong' },
  act: { score: 0.72, known: true },
  parts: [
    part('base', 0.04, 1, [], 'constant'),
    part('topic', 0.22, 0.92, [{ code: 'topic', params: { value: '해외 인증', count: 8 } }]),
    part('text', 0.26, 0.88, [
      {
        code: 'work',
        ko: '음극재 유럽 인증 전략 수립',
        en: 'European certification strategy for anode material',
        params: { day: '2025-03-02' },
      },
    ]),
    part('market', 0.12, 1, [{ code: 'market', params: { value: 'VN' } }]),
    part('language', 0.08, 1, [{ code: 'language', params: { value: 'en', note: 'C1' } }]),
    part('industry', 0.1, 0.7, [{ code: 'industry', params: { value: 'C28' } }]),
    part('location', 0.06, 0.2, [{ code: 'hours', params: { count: 7 } }]),
    part('record', 0.06, 0.8, [{ code: 'works', params: { count: 14 } }], 'act'),
    part('load', 0.06, null, [], 'act'),
  ],
  unknown: [{ code: 'load', field: 'candidate.capacity' }],
  blocked: '',
  preference: { mine: 'want', note: '' },
};

export const investorMatch: Match = {
  candidate: {
    id: 'i1',
    kind: 'investor',
    name: { en: 'Banyan Reach Capital' },
    headline: { en: 'Growth equity for climate hardware in South-East Asia' },
  },
  score: 0.66,
  low: 0.48,
  high: 0.8,
  fit: { score: 0.64, low: 0.46, high: 0.79, word: 'good' },
  act: { score: 0.35, known: true },
  parts: [
    part('text', 0.2, 0.66, [{ code: 'thesis' }]),
    part('stage', 0.15, 1, [{ code: 'stage', params: { value: 'series-b' } }]),
    part('stage_done', 0.1, 0.8, [{ code: 'deals_like', params: { value: 'series-b', count: 9 } }]),
    part('ticket', 0.15, null),
    part('market', 0.1, 1, [{ code: 'market', params: { value: 'SG' } }]),
    part('language', 0.1, null),
    part('activity', 0.2, 0.35, [{ code: 'latest', params: { day: '2025-11-04' } }], 'act'),
  ],
  unknown: [
    { code: 'ticket', field: 'need.amount' },
    { code: 'language', field: 'candidate.languages' },
  ],
  blocked: '',
  preference: {},
};

export const doubtfulMatch: Match = {
  ...expertMatch,
  candidate: {
    id: 'e2',
    kind: 'expert',
    name: { ko: '서이든', en: 'Ideun Seo' },
    headline: { ko: '공장 자동화와 원가 절감' },
  },
  score: 0.41,
  low: 0.22,
  high: 0.61,
  fit: { score: 0.4, low: 0.2, high: 0.62, word: 'check' },
  act: { score: 0, known: false },
  parts: [
    part('topic', 0.22, 0.3, [{ code: 'topic', params: { value: '원가 절감', count: 3 } }]),
    part('text', 0.26, 0.55, [{ code: 'work', private: true }]),
    part('market', 0.12, null),
    part('language', 0.08, 0, [{ code: 'none', params: { value: 'en' } }]),
    part('industry', 0.1, 0.7, [{ code: 'industry', params: { value: 'C29' } }]),
    part('record', 0.06, 0.5, [{ code: 'works', params: { count: 4 } }], 'act'),
  ],
  unknown: [{ code: 'market', field: 'candidate.markets' }],
  preference: { mine: 'later', note: '' },
};

export const blockedMatch: Match = {
  ...doubtfulMatch,
  candidate: { ...doubtfulMatch.candidate, id: 'e3' },
  blocked: 'full',
};
