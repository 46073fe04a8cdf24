import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '@/lib/search/types';
import { testI18n } from '@/testing/i18n';
import { groupsOf, helpFor, type Reader, suggestions } from './paletteGroups';

const reader = (role: Reader['role'], language: Reader['language'] = 'ko'): Reader => ({
  role,
  language,
  t: testI18n(language).t as Reader['t'],
});

const hit = (kind: SearchAnswer['hits'][number]['kind'], id: string) => ({
  kind,
  id,
  name: { ko: `이름 ${id}`, en: `Name ${id}` },
  detail: '',
  name_marks: { ko: [[0, 2]] },
  detail_marks: {},
  score: 1,
});

const answer: SearchAnswer = {
  hits: [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => hit('company', id)),
    { ...hit('portfolio', 'i1/0'), parent: { kind: 'investor', id: 'i1', name: '바니안' } },
  ],
  counts: [
    { kind: 'company', count: 12 },
    { kind: 'portfolio', count: 1 },
    { kind: 'person', count: 30 },
  ],
  reading: 'all',
  engine: 'embedded',
  degraded: false,
};

describe('groups of hits', () => {
  it('say how many there are and lead to the full list', () => {
    const [company, portfolio, person] = groupsOf(answer, '이름', undefined, reader('coordinator'));
    expect(company?.items.map((item) => item.title)).toEqual([
      '이름 a',
      '이름 b',
      '이름 c',
      '이름 d',
      '기업 12건 모두 보기',
    ]);
    expect(company?.aside).toBe('12');
    expect(company?.items[0]?.ranges).toEqual([[0, 2]]);
    expect(company?.items.at(-1)?.does).toEqual({ go: `/companies?q=${encodeURIComponent('이름')}` });
    expect(portfolio?.items).toHaveLength(1);
    expect(portfolio?.items[0]?.detail).toBe('바니안의 포트폴리오 기업');
    expect(portfolio?.items[0]?.does).toEqual({ go: '/investors/i1' });
    // No page lists people by words: the palette itself shows them all.
    expect(person?.items.map((item) => item.does)).toEqual([{ only: 'person' }]);
  });

  it('show one kind whole, with a way back', () => {
    const groups = groupsOf(
      { ...answer, hits: answer.hits.slice(0, 5) },
      '이름',
      'company',
      reader('company'),
    );
    expect(groups[0]?.items).toHaveLength(5);
    expect(groups.at(-1)?.items[0]?.does).toEqual({ only: null });
  });
});

it('leads who keeps the synonyms to them when nothing is found', () => {
  expect(helpFor('양자 센서', reader('coordinator'))[0]?.items[0]?.does).toEqual({
    go: `/search-admin?add=${encodeURIComponent('양자')}+${encodeURIComponent('센서')}`,
  });
  expect(helpFor('x', reader('investor'))).toEqual([]);
});

it('suggests recent and saved searches that the role can open', () => {
  const saved = [
    { id: '1', name: '수출', kind: 'expert' as const, query: 'q=export' },
    { id: '2', name: '모두', query: 'q=all' },
    { id: '3', name: '기관', kind: 'institution' as const, query: 'q=x' },
  ];
  const [recent, kept] = suggestions(saved, ['센서'], () => undefined, reader('company'));
  expect(recent?.items.map((item) => item.title)).toEqual(['센서', '최근 검색 지우기']);
  expect(kept?.items.map((item) => item.does)).toEqual([{ go: '/experts?q=export' }]);
});
