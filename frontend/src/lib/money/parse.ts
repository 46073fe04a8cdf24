/**
 * Reads amounts the way people type them: `2.5억`, `250백만`, `2억5천만`, `2억 5,000만원`, `250,000,000`,
 * `1조 2천억`, `KRW 2.5bn`, `250m`. All arithmetic is exact. What was understood is echoed by the caller,
 * because `2억5천` (said for 250 million) is read as people mean it.
 */
export type ParseFault = 'empty' | 'unreadable' | 'negative' | 'fraction';

export type Parsed = { ok: true; value: string } | { ok: false; fault: ParseFault };

/** A number of thousandths of thousandths, to stay exact with up to six decimals. */
const scale = 1_000_000n;

const small: Record<string, bigint> = { 십: 10n, 백: 100n, 천: 1_000n };
const large: Record<string, bigint> = { 만: 10_000n, 억: 100_000_000n, 조: 1_000_000_000_000n };
const english: Record<string, bigint> = {
  k: 1_000n,
  thousand: 1_000n,
  m: 1_000_000n,
  mn: 1_000_000n,
  mil: 1_000_000n,
  million: 1_000_000n,
  b: 1_000_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
};

function toScaled(number: string): bigint | null {
  const found = /^(\d+)(?:\.(\d{1,6}))?$/.exec(number.replace(/,/g, ''));
  if (!found) return null;
  return BigInt(found[1] ?? '0') * scale + BigInt((found[2] ?? '').padEnd(6, '0'));
}

/** Everything up to one large unit, e.g. `5천`, `2백5십`, `250백`, `2.5`: the sum of its small units. */
function readGroup(text: string): bigint | null {
  if (text === '') return scale;
  let sum = 0n;
  let rest = text;
  while (rest !== '') {
    const found = /^(\d[\d,]*(?:\.\d+)?)?([십백천])?/.exec(rest);
    if (!found?.[0]) return null;
    const number = found[1] === undefined ? scale : toScaled(found[1]);
    if (number === null) return null;
    sum += number * (found[2] ? (small[found[2]] ?? 1n) : 1n);
    rest = rest.slice(found[0].length);
  }
  return sum;
}

function readKorean(text: string): bigint | null {
  let total = 0n;
  let rest = text;
  let smallest: bigint | null = null;
  while (rest !== '') {
    const found = /^([\d.,십백천]*)([만억조])?/.exec(rest);
    if (!found?.[0]) return null;
    const unit = found[2];
    const size = unit ? (large[unit] ?? 1n) : 1n;
    // Units fall from left to right: 5만 2억 is a slip, not an amount.
    if (smallest !== null && size >= smallest) return null;
    const group = readGroup(found[1] ?? '');
    if (group === null) return null;
    // 2억5천 is said for 2억 5천만: a spoken thousand without its own unit belongs to the unit below.
    const implied = !unit && smallest !== null && smallest > 10_000n && /[십백천]$/.test(found[1] ?? '');
    total += group * (implied ? (smallest ?? 1n) / 10_000n : size);
    smallest = size;
    rest = rest.slice(found[0].length);
  }
  return total;
}

/** The amount as a whole decimal string in the currency's main unit. */
export function parseMoney(input: string): Parsed {
  const text = input
    .normalize('NFKC')
    .toLowerCase()
    .replace(/krw|won|원|₩|\s|정$/g, '')
    .replace(/^(?:금|약)/, '');
  if (text === '') return { ok: false, fault: input.trim() === '' ? 'empty' : 'unreadable' };
  if (/^[-−(△▲]/.test(text)) return { ok: false, fault: 'negative' };
  if (/,(?!\d{3}(?:\D|$))/.test(text)) return { ok: false, fault: 'unreadable' };
  const latin = /^([\d.,]+)([a-z]+)$/.exec(text);
  let scaled: bigint | null;
  if (latin) {
    const unit = english[latin[2] ?? ''];
    const number = toScaled(latin[1] ?? '');
    scaled = unit === undefined || number === null ? null : number * unit;
  } else {
    scaled = readKorean(text);
  }
  if (scaled === null) return { ok: false, fault: 'unreadable' };
  if (scaled % scale !== 0n) return { ok: false, fault: 'fraction' };
  return { ok: true, value: (scaled / scale).toString() };
}
