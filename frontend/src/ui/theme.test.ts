import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '@/testing/files';
import { type ColourName, type Contrast, colours } from './theme';

/** Relative luminance and contrast ratio of WCAG 2.2, section 1.4.3. */
function luminance(hex: string): number {
  const part = (at: number) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function ratio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const texts: [ColourName, ColourName[]][] = [
  [
    'text',
    [
      'page',
      'surface',
      'hover',
      'pressed',
      'primaryTint',
      'warningTint',
      'dangerTint',
      'infoTint',
      'successTint',
      'coralTint',
    ],
  ],
  ['text2', ['page', 'surface', 'pressed', 'primaryTint', 'warningTint', 'dangerTint']],
  ['text3', ['page', 'surface', 'primaryTint']],
  ['primaryStrong', ['page', 'surface', 'primaryTint']],
  ['onPrimary', ['primary']],
  ['inkText', ['ink', 'inkRaised']],
  ['inkText2', ['ink', 'inkRaised']],
  ['coralText', ['surface', 'coralTint']],
  ['company', ['surface', 'companyTint']],
  ['expert', ['surface', 'expertTint']],
  ['investor', ['surface', 'investorTint']],
  ['dangerText', ['surface', 'dangerTint', 'page']],
  ['warningText', ['surface', 'warningTint', 'page']],
  ['successText', ['surface', 'successTint', 'page']],
  ['infoText', ['surface', 'infoTint', 'page']],
];
const shapes: [ColourName, ColourName[]][] = [
  ['coral', ['ink', 'inkRaised']],
  ['inputBorder', ['surface', 'page']],
  ['trackEdge', ['surface', 'track']],
  ['primary', ['surface', 'track', 'primaryTint']],
  ['act', ['surface', 'track']],
  ['focus', ['surface', 'page']],
  ['chart1', ['surface']],
  ['chart2', ['surface']],
  ['chart3', ['surface']],
  ['chart4', ['surface']],
  ['chart5', ['surface']],
  ['chart6', ['surface']],
];

describe.each<[Contrast, number]>([
  ['standard', 4.5],
  ['high', 7],
])('%s colours', (mode, least) => {
  const set = colours(mode);
  it.each(texts.flatMap(([name, grounds]) => grounds.map((g) => [name, g] as const)))(
    'text %s on %s',
    (name, ground) => {
      expect(ratio(set[name], set[ground])).toBeGreaterThanOrEqual(least);
    },
  );
  it.each(shapes.flatMap(([name, grounds]) => grounds.map((g) => [name, g] as const)))(
    'shape %s on %s',
    (name, ground) => {
      expect(ratio(set[name], set[ground])).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('colours live in theme.ts only', () => {
  const colourValue = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab)\(/i;
  const files = sourceFiles(/\.(tsx?|css)$/).filter((f) => !/theme(\.test)?\.ts$/.test(f.path));
  it('reads the source', () => {
    expect(files.length).toBeGreaterThan(10);
  });
  it.each(files.map((f) => [f.path, f.absolute] as const))('%s', (_, absolute) => {
    const lines = readFileSync(absolute, 'utf8').split('\n');
    expect(lines.filter((line) => colourValue.test(line))).toEqual([]);
  });
});
