import { expect, it } from 'vitest';
import { split, widest } from './Coverage';

const group = (value: string, companies: number, covered: number, matched: number) => ({
  value,
  companies,
  covered,
  matched,
});

it('splits a group into matched, wishing and nobody, which add up to its companies', () => {
  expect(split(group('경기', 26, 22, 21))).toEqual([21, 1, 4]);
  expect(split(group('세종', 1, 1, 1))).toEqual([1, 0, 0]);
});

it('finds the group with the most companies without anybody', () => {
  expect(widest([group('a', 5, 5, 5), group('b', 9, 6, 2), group('c', 4, 1, 0)])?.value).toBe('b');
  expect(widest([])).toBeUndefined();
});
