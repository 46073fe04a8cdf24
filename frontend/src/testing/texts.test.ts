import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './files';
import { texts } from './i18n';

type Flat = Map<string, string>;

function flatten(node: Record<string, unknown>, prefix = '', into: Flat = new Map()): Flat {
  for (const [key, value] of Object.entries(node)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (value !== null && typeof value === 'object') flatten(value as Record<string, unknown>, path, into);
    else into.set(path, String(value));
  }
  return into;
}

const plural = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(plural, '');

const files = texts();
const namespaces = [...new Set(files.map((f) => f.namespace))];
const flat = (namespace: string, language: 'ko' | 'en'): Flat => {
  const found = files.filter((f) => f.namespace === namespace && f.language === language);
  expect(found, `${namespace}.${language}.json`).toHaveLength(1);
  return flatten(found[0]?.texts ?? {});
};

describe.each(namespaces)('texts of %s', (namespace) => {
  const ko = flat(namespace, 'ko');
  const en = flat(namespace, 'en');

  it('has the same keys in both languages', () => {
    const stems = (map: Flat) => [...new Set([...map.keys()].map(stem))].sort();
    expect(stems(ko)).toEqual(stems(en));
  });

  it('has no empty text', () => {
    for (const map of [ko, en]) expect([...map].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has every plural form of its language', () => {
    for (const [map, forms] of [
      [ko, ['other']],
      [en, ['one', 'other']],
    ] as const) {
      const stems = new Set([...map.keys()].filter((key) => plural.test(key)).map(stem));
      for (const key of stems) for (const form of forms) expect([...map.keys()]).toContain(`${key}_${form}`);
    }
  });

  it('uses the same values in both languages', () => {
    const values = (text: string) =>
      [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((m) => m[1]))].sort();
    const english = (key: string) => en.get(key) ?? en.get(`${key}_other`) ?? '';
    for (const [key, text] of ko) expect([key, values(text)]).toEqual([key, values(english(stem(key)))]);
  });

  it('keeps each language in its own script', () => {
    // A key named after a language (an example written in both) is in that language on every page.
    const english = [...en].filter(([key]) => !key.endsWith('.ko'));
    expect(english.filter(([, text]) => /[가-힣]/.test(text) && !text.includes('한국어'))).toEqual([]);
  });
});

describe('texts used in the source', () => {
  const known = new Map(namespaces.map((n) => [n, new Set([...flat(n, 'ko').keys()].map(stem))]));
  const sources = sourceFiles(/\.tsx?$/).filter((f) => !f.path.includes('.test.'));

  /** Keys written out in full: `t('ui:empty.title')`, or `t('empty.title')` beside useTranslation('ui'). */
  function used(source: string): string[] {
    const own = /useTranslation\(\s*\[?'(\w+)'/.exec(source)?.[1] ?? 'ui';
    return [...source.matchAll(/\bt\(\s*'([\w:.-]+)'/g)].map(([, key]) =>
      key?.includes(':') ? key : `${own}:${key}`,
    );
  }

  it.each(sources.map((f) => [f.path, f.absolute] as const))('%s', (_, absolute) => {
    const lost = used(readFileSync(absolute, 'utf8')).filter((full) => {
      const [namespace = '', key = ''] = full.split(':');
      return !known.get(namespace)?.has(key);
    });
    expect(lost).toEqual([]);
  });
});
