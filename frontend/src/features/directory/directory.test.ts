import { expect, it } from 'vitest';
import { keepKnown } from './FieldInput';
import { cityText, countText } from './facts';
import { companyItems } from './OwnCompany';

it('keeps what is known of a language that stays', () => {
  const before = [{ code: 'ko', level: 'native' }, { code: 'en' }];
  expect(
    keepKnown<{ code: string; level?: string }>(
      before,
      ['ko', 'ja'],
      (l) => l.code,
      (code) => ({ code }),
    ),
  ).toEqual([{ code: 'ko', level: 'native' }, { code: 'ja' }]);
});

it('counts a name in one language as incomplete', () => {
  const done = (name: object) => companyItems({ name }).find((item) => item.id === 'name')?.done;
  expect(done({ ko: '한빛' })).toBe(false);
  expect(done({ ko: '한빛', en: 'Hanbit' })).toBe(true);
});

it('says a city that is its region once, and a range with open ends', () => {
  expect(cityText({ region: '서울', city: '서울' })).toBe('서울');
  expect(countText({ min: 10 }, 'en')).toBe('10–');
  expect(countText(undefined, 'en')).toBe('');
});
