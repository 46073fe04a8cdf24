import { afterEach, describe, expect, it } from 'vitest';
import { listAddress, recordAddress, wordsQuery } from './places';
import { forgetRecent, recentSearches, rememberSearch } from './recent';
import { foundById } from './types';
import { chosenOf } from './useListState';

afterEach(() => forgetRecent());

describe('places of results', () => {
  it('depend on who reads', () => {
    expect(listAddress('coordinator', 'need', wordsQuery('수출'))).toBe(
      `/triage?view=all&q=${encodeURIComponent('수출')}`,
    );
    expect(listAddress('company', 'need', 'q=a+b')).toBe('/needs?q=a+b');
    expect(listAddress('investor', 'company', 'q=a&stage=seed&stage=growth')).toBe(
      '/?q=a&stage=seed&stage=growth',
    );
    expect(listAddress('expert', 'need', 'q=a')).toBeUndefined();
    expect(listAddress('coordinator', undefined, 'q=a')).toBeUndefined();
  });

  it('keep what a saved search states itself', () => {
    expect(listAddress('coordinator', 'need', 'view=filed&q=a')).toBe('/triage?view=filed&q=a');
    expect(listAddress('coordinator', 'company', '')).toBe('/companies');
  });

  it('lead a company of a portfolio to its investor', () => {
    const parent = { kind: 'investor' as const, id: 'inv 1', name: 'x' };
    expect(recordAddress({ kind: 'portfolio', id: 'inv 1/3', parent })).toBe('/investors/inv%201');
    expect(recordAddress({ kind: 'portfolio', id: 'inv-1/3' })).toBe('/investors/inv-1');
    expect(recordAddress({ kind: 'person', id: 'p1' })).toBe('/people/p1');
  });
});

describe('recent searches', () => {
  it('are few, newest first, without repetition', () => {
    for (const words of ['a', 'b', 'c', 'd', 'e', 'f', 'g', ' B ', '  ']) rememberSearch('u1', words);
    expect(recentSearches('u1')).toEqual(['B', 'g', 'f', 'e', 'd', 'c']);
  });

  it('are nobody else’s', () => {
    rememberSearch('u1', 'a');
    expect(recentSearches('u2')).toEqual([]);
    rememberSearch('u2', 'b');
    expect(recentSearches('u1')).toEqual([]);
  });

  it('survive a damaged store', () => {
    for (const bad of ['{', '[]', '"x"', '{"of":1}', 'null']) {
      localStorage.setItem('jumpup.recent', bad);
      expect(recentSearches('u1')).toEqual([]);
    }
  });
});

describe('what was found', () => {
  it('is kept by item over all pages', () => {
    const found = foundById([
      { found: [{ id: 'a', name_marks: {} }] },
      {},
      { found: [{ id: 'b', name_marks: {} }] },
    ]);
    expect([...found.keys()]).toEqual(['a', 'b']);
    expect(foundById(undefined).size).toBe(0);
  });
});

it('reads filters from the address and ignores what the list does not know', () => {
  const query = new URLSearchParams('stage=seed&stage=growth&colour=red&q=x');
  expect(chosenOf(query, ['stage', 'region'])).toEqual({ stage: ['seed', 'growth'] });
});
