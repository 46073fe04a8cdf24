import { describe, expect, it } from 'vitest';
import { workOf } from './CvPaste';
import { expertDone, leadOf, thesisDone, union, withLead } from './read';

describe('leading or following in a thesis', () => {
  it('is said in one sentence of each language, replaced and taken out', () => {
    const lead = withLead({ ko: '소재에 투자합니다.', en: 'We invest in materials.' }, 'lead');
    expect(lead.en).toBe('We invest in materials. We lead rounds.');
    expect(leadOf(lead)).toBe('lead');
    const both = withLead(lead, 'both');
    expect(leadOf(both)).toBe('both');
    expect(both.ko).not.toContain('투자를 리드합니다.');
    expect(withLead(both, undefined)).toEqual({ ko: '소재에 투자합니다.', en: 'We invest in materials.' });
  });

  it('is one of the six answers', () => {
    expect(thesisDone({ stages: ['seed'], thesis: { en: 'We follow other leads.' } })).toEqual({
      stages: true,
      ticket: false,
      lead: true,
      sectors: false,
      markets: false,
      instruments: false,
    });
  });
});

describe('completeness of an expert', () => {
  it('asks for both languages of texts and for a stated capacity, even of none', () => {
    const done = expertDone({ name: { ko: '김가온' }, headline: { ko: '가', en: 'a' }, capacity: 0 });
    expect(done).toMatchObject({
      name: false,
      headline: true,
      capacity: true,
      works: false,
      worksBoth: false,
    });
  });
});

it('joins lists without doubles of another case', () => {
  expect(union(['rcps', 'equity'], ['RCPS', 'loan'])).toEqual(['rcps', 'equity', 'loan']);
});

it('files a cut title under the language of its script and leaves empty fields out', () => {
  expect(workOf({ title: '공정 자동화', text: '', quote: '2022 공정 자동화', date: '2022-12-31' })).toEqual({
    title: { ko: '공정 자동화' },
    date: '2022-12-31',
  });
});
