import { describe, expect, it } from 'vitest';
import { testI18n } from '@/testing/i18n';
import { blockedMatch, doubtfulMatch, expertMatch, investorMatch } from '@/testing/matches';
import { actWord, agreements, checks, compared } from './reading';
import { checkText, evidenceText, industryName, partText, type Words, whySentence } from './sentences';

const ko: Words = { t: testI18n('ko').t, language: 'ko' };
const en: Words = { t: testI18n('en').t, language: 'en' };

describe('reading a match', () => {
  it('takes the strongest agreements that evidence shows', () => {
    expect(agreements(expertMatch).map((p) => p.code)).toEqual(['text', 'topic', 'market']);
  });
  it('asks first for the unknown that weighs most and keeps a place for a weakness', () => {
    expect(checks(investorMatch)).toEqual([
      { kind: 'unknown', part: 'ticket', field: 'need.amount' },
      { kind: 'unknown', part: 'language', field: 'candidate.languages' },
    ]);
    expect(checks(doubtfulMatch).map((c) => c.kind)).toEqual(['unknown', 'weak']);
  });
  it('never treats the constant as a criterion', () => {
    expect(compared([expertMatch]).map((r) => r.code)).not.toContain('base');
  });
  it('compares with differences first', () => {
    const rows = compared([expertMatch, doubtfulMatch]);
    expect(rows[0]?.code).toBe('language');
    expect(rows.slice(-2).map((r) => r.code)).toEqual(['industry', 'load']);
  });
  it('reads the likelihood to act', () => {
    expect([0.7, 0.4, 0.1].map((score) => actWord({ score, known: true }))).toEqual([
      'high',
      'middle',
      'low',
    ]);
    expect(actWord({ score: 0, known: false })).toBe('unknown');
  });
});

describe('sentences', () => {
  it('says why in one sentence with the right particles', () => {
    expect(whySentence(expertMatch, ko)).toBe(
      '‘음극재 유럽 인증 전략 수립’ 수행 경험과 ‘해외 인증’ 분야 8년 경력이 이 수요와 잘 맞습니다.',
    );
    expect(whySentence(expertMatch, en)).toBe(
      'Fits this need through the work “European certification strategy for anode material” and 8 years on “해외 인증”.',
    );
  });
  it('speaks to the candidate when a company is shown', () => {
    const company = { ...expertMatch, candidate: { ...expertMatch.candidate, kind: 'company' as const } };
    expect(whySentence(company, ko)).toMatch(/경력을 보면 이 기업의 수요에 잘 맞습니다\.$/);
  });
  it('does not praise a doubtful fit', () => {
    expect(whySentence(doubtfulMatch, ko)).toBe(
      '비공개 항목과의 일치와 기계 장비 업종 경험은 이어지지만, 정하기 전에 확인할 점이 있습니다.',
    );
    expect(whySentence(doubtfulMatch, en)).not.toMatch(/fits this need/i);
  });
  it('names the gate of a blocked pair', () => {
    expect(whySentence(blockedMatch, ko)).toBe('맡을 수 있는 기업 수가 찼습니다.');
    expect(whySentence({ ...blockedMatch, blocked: 'new-gate' }, en)).toBe(
      'A fixed rule makes this pair impossible.',
    );
  });
  it('says honestly when nothing is known', () => {
    const bare = { ...expertMatch, parts: [] };
    expect(whySentence(bare, ko)).toBe('확인된 근거가 아직 적습니다. 아래 항목이 채워지면 더 정확해집니다.');
    expect(whySentence({ ...bare, unknown: [] }, en)).toBe('No common ground was found.');
  });
  it('hides what is private', () => {
    expect(evidenceText({ code: 'work', ko: '비밀', private: true }, ko)).toBe('비공개 항목과의 일치');
  });
  it('writes money, countries, languages, stages and industries in words', () => {
    expect(evidenceText({ code: 'ticket', params: { value: '500000000-2000000000', note: 'KRW' } }, ko)).toBe(
      '건당 투자 규모 5억원 ~ 20억원',
    );
    expect(evidenceText({ code: 'market', params: { value: 'VN' } }, en)).toBe('experience in Vietnam');
    expect(evidenceText({ code: 'language', params: { value: 'en', note: 'C1' } }, ko)).toBe(
      '영어 사용(고급 C1)',
    );
    expect(evidenceText({ code: 'deals_like', params: { value: 'series-b', count: 1 } }, en)).toBe(
      '1 deal in Series B',
    );
    expect(industryName('C26121', ko)).toBe('전자 부품·통신장비');
    expect(industryName('Z99', en)).toBe('Z99');
  });
  it('shows evidence of a code it does not know by its data', () => {
    expect(evidenceText({ code: 'novel', params: { value: 'X-1' } }, ko)).toBe('X-1');
    expect(
      partText({ code: 'novel', group: 'fit', value: 1, weight: 1, contribution: 1, evidence: [] }, ko),
    ).toBe('novel');
  });
  it('names the field that would settle a gap, and whose it is', () => {
    expect(checkText({ kind: 'unknown', part: 'ticket', field: 'need.amount' }, ko, 'investor')).toBe(
      '투자 규모: 기업의 ‘희망 금액’ 항목이 비어 있습니다.',
    );
    expect(
      checkText({ kind: 'unknown', part: 'language', field: 'candidate.languages' }, en, 'investor'),
    ).toBe('Language: the investor left “languages spoken” empty.');
  });
});
