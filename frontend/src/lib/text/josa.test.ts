import { describe, expect, it } from 'vitest';
import { josa, type Pair, particle } from './josa';

describe('josa', () => {
  it.each<[string, Pair, string]>([
    ['기업', '은/는', '기업은'],
    ['전문가', '은/는', '전문가는'],
    ['서울', '으로/로', '서울로'],
    ['부산', '으로/로', '부산으로'],
    ['투자자', '와/과', '투자자와'],
    ['이차전지', '을/를', '이차전지를'],
    ['Tan', '이/가', 'Tan이'],
    ['Kim', '은/는', 'Kim은'],
    ['Capital', '으로/로', 'Capital로'],
    ['Capital', '을/를', 'Capital을'],
    ['Google', '이/가', 'Google이'],
    ['Lab', '을/를', 'Lab을'],
    ['Robot', '이/가', 'Robot이'],
    ['Group', '은/는', 'Group은'],
    ['Machine', '은/는', 'Machine은'],
    ['Ventures', '은/는', 'Ventures는'],
    ['Bank', '이/가', 'Bank가'],
    ['Fund', '을/를', 'Fund를'],
    ['Tech', '은/는', 'Tech는'],
    ['KIC', '이/가', 'KIC가'],
    ['IBM', '은/는', 'IBM은'],
    ['AI', '으로/로', 'AI로'],
    ['LTL', '으로/로', 'LTL로'],
    ['R&D', '을/를', 'R&D를'],
    ['M&A', '이/가', 'M&A가'],
    ['C++', '을/를', 'C++를'],
    ['B2B', '은/는', 'B2B는'],
    ['3', '이/가', '3이'],
    ['2', '이/가', '2가'],
    ['7', '으로/로', '7로'],
    ['6', '으로/로', '6으로'],
    ['10', '은/는', '10은'],
    ['1,000', '이/가', '1,000이'],
    ['20000', '을/를', '20000을'],
    ['82%', '이/가', '82%가'],
    ['2.5', '을/를', '2.5를'],
    ['한빛소재(주)', '은/는', '한빛소재(주)는'],
    ['‘반도체 장비’', '을/를', '‘반도체 장비’를'],
    ['강원', '이/가', '강원이'],
  ])('%s + %s', (text, pair, expected) => {
    expect(josa(text, pair)).toBe(expected);
  });

  it('reads text in decomposed form', () => {
    expect(particle('서울'.normalize('NFD'), '은/는')).toBe('은');
  });

  it('answers for empty text', () => {
    expect(particle('', '이/가')).toBe('가');
  });
});
