import { describe, expect, it } from 'vitest';
import { detectLanguage, toLanguage } from './language';

describe('detectLanguage', () => {
  it('prefers the stored choice', () => {
    expect(detectLanguage('en', ['ko-KR'])).toBe('en');
  });
  it('takes the first language the page speaks', () => {
    expect(detectLanguage(null, ['ja-JP', 'ko-KR', 'en'])).toBe('ko');
    expect(detectLanguage('xx', ['en-SG', 'ko'])).toBe('en');
  });
  it('is English for everybody else', () => {
    expect(detectLanguage(null, ['fr-FR'])).toBe('en');
    expect(detectLanguage(null, [])).toBe('en');
  });
});

describe('toLanguage', () => {
  it('reads tags', () => {
    expect([toLanguage('ko-KR'), toLanguage('KO'), toLanguage('en-GB'), toLanguage(undefined)]).toEqual([
      'ko',
      'ko',
      'en',
      'en',
    ]);
  });
});
