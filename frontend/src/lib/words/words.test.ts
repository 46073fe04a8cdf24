import { describe, expect, it } from 'vitest';
import { missing, plain, show } from '@/lib/text/bilingual';
import { sortBy } from '@/lib/text/collate';
import { countryName, formatNumber, formatShare, languageName, listText } from './names';
import { formatBusinessNumber, plausibleCorporateNumber, validBusinessNumber } from './registration';

describe('business numbers', () => {
  it.each(['124-81-00998', '1208147521', '220 81 62517'])('accepts %s', (number) => {
    expect(validBusinessNumber(number)).toBe(true);
  });
  it.each(['124-81-00997', '1248100998 1', '12481O0998', '', '0000000001'])('refuses %s', (number) => {
    expect(validBusinessNumber(number)).toBe(false);
  });
  it('counts the carry of the ninth digit', () => {
    // Of the ten numbers that differ in the check digit alone, exactly one is right.
    const right = [...'0123456789'].filter((c) => validBusinessNumber(`21487654${'9'}${c}`));
    expect(right).toHaveLength(1);
  });
  it('formats', () => {
    expect(formatBusinessNumber('1248100998')).toBe('124-81-00998');
    expect(formatBusinessNumber('12-3')).toBe('12-3');
  });
  it('judges corporate numbers softly', () => {
    expect(plausibleCorporateNumber('130111-0006246')).toBe(true);
    expect(plausibleCorporateNumber('130111-0006247')).toBe(false);
  });
});

describe('names', () => {
  it('names countries and languages', () => {
    expect(countryName('vn', 'ko')).toBe('베트남');
    expect(countryName('VN', 'en')).toBe('Vietnam');
    expect(languageName('ko', 'en')).toBe('Korean');
    expect(countryName('?', 'ko')).toBe('?');
  });
  it('joins and counts', () => {
    expect(listText(['한국어', '영어'], 'ko')).toBe('한국어 및 영어');
    expect(listText(['Korean', 'English', 'Thai'], 'en')).toBe('Korean, English and Thai');
    expect(formatNumber(1234, 'ko')).toBe('1,234');
    expect(formatShare(0.824, 'en')).toBe('82%');
  });
});

describe('sortBy', () => {
  it('sorts Korean before Latin on Korean pages and by number', () => {
    expect(sortBy(['Tan', '하늘', '가온', '10호', '2호'], (s) => s, 'ko')).toEqual([
      '2호',
      '10호',
      '가온',
      '하늘',
      'Tan',
    ]);
    expect(sortBy(['Tan', '가온', 'adams'], (s) => s, 'en')).toEqual(['adams', 'Tan', '가온']);
  });
});

describe('bilingual text', () => {
  it('falls back to the other language and says so', () => {
    expect(show({ ko: '수출', en: 'Export' }, 'en')).toEqual({
      value: 'Export',
      language: 'en',
      fallback: false,
    });
    expect(show({ ko: '수출', en: ' ' }, 'en')).toEqual({ value: '수출', language: 'ko', fallback: true });
    expect(show({}, 'en')).toBeNull();
    expect(plain(undefined, 'ko')).toBe('');
    expect(missing({ ko: '수출' })).toEqual(['en']);
    expect(show('Export', 'ko')).toEqual({ value: 'Export', language: 'en', fallback: false });
    expect(missing('수출')).toEqual(['en']);
  });
});
