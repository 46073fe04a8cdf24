import { describe, expect, it } from 'vitest';
import { otherWording, segments, shownRanges } from './marks';

const marked = (text: string, ranges: number[][]) =>
  segments(text, ranges)
    .map((s) => (s.marked ? `[${s.text}]` : s.text))
    .join('');

describe('segments', () => {
  it.each([
    ['한빛정밀', [[0, 2]], '[한빛]정밀'],
    ['한빛정밀', [[2, 4]], '한빛[정밀]'],
    ['한빛정밀', [[0, 4]], '[한빛정밀]'],
    ['한빛정밀', [], '한빛정밀'],
    [
      'a b c',
      [
        [4, 5],
        [0, 1],
      ],
      '[a] b [c]',
    ],
    [
      'abcdef',
      [
        [0, 3],
        [2, 4],
        [4, 5],
      ],
      '[abcde]f',
    ],
    [
      'abc',
      [
        [-3, 1],
        [2, 99],
        [1, 1],
        [2, 0],
      ],
      '[a]b[c]',
    ],
    ['', [[0, 3]], ''],
    // An emoji is two units: a mark never cuts it.
    ['a🙂b', [[2, 4]], 'a[🙂b]'],
    ['a🙂b', [[0, 2]], '[a🙂]b'],
  ])('%s %j', (text, ranges, expected) => {
    expect(marked(text, ranges)).toBe(expected);
    expect(
      segments(text, ranges)
        .map((s) => s.text)
        .join(''),
    ).toBe(text);
  });
});

describe('marks of a bilingual text', () => {
  const name = { ko: '한빛정밀', en: 'Hanbit Precision' };

  it('are those of the wording that is shown', () => {
    const marks = { ko: [[0, 2]], en: [[0, 6]] };
    expect(shownRanges(name, marks, 'ko')).toEqual([[0, 2]]);
    expect(shownRanges(name, marks, 'en')).toEqual([[0, 6]]);
    expect(shownRanges({ ko: '한빛' }, { ko: [[0, 2]] }, 'en')).toEqual([[0, 2]]);
    expect(shownRanges('Hanbit', { plain: [[0, 3]] }, 'ko')).toEqual([[0, 3]]);
    expect(shownRanges('Hanbit', { en: [[0, 3]] }, 'ko')).toEqual([[0, 3]]);
    expect(shownRanges(undefined, marks, 'ko')).toEqual([]);
    expect(shownRanges(name, undefined, 'ko')).toEqual([]);
  });

  it('show the other wording when the words stand there alone', () => {
    expect(otherWording(name, { en: [[0, 6]] }, 'ko')).toEqual({
      value: 'Hanbit Precision',
      language: 'en',
      ranges: [[0, 6]],
    });
    expect(otherWording(name, { ko: [[0, 2]], en: [[0, 6]] }, 'ko')).toBeNull();
    expect(otherWording(name, {}, 'ko')).toBeNull();
    expect(otherWording('Hanbit', { plain: [[0, 2]] }, 'ko')).toBeNull();
  });
});
