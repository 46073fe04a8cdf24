/**
 * Amounts of money. They travel as `{value, currency}` with a decimal string, are shown short
 * (`2억 5,000만원`, `KRW 250M`) or exact (`250,000,000원`, `KRW 250,000,000`), and are never floats.
 */
import type { Language } from '@/lib/i18n/language';

export interface Amount {
  /** Decimal string without separators, e.g. `250000000` or `1250000.50`. */
  value: string;
  /** ISO 4217. */
  currency: string;
}

export interface AmountRange {
  min?: string;
  max?: string;
  currency: string;
}

const koreanCurrency: Record<string, string> = {
  KRW: '원',
  USD: '달러',
  EUR: '유로',
  JPY: '엔',
  GBP: '파운드',
  CNY: '위안',
  SGD: '싱가포르달러',
  HKD: '홍콩달러',
  TWD: '대만달러',
  VND: '동',
};

interface Split {
  negative: boolean;
  whole: bigint;
  fraction: string;
}

function split(value: string): Split | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.trim());
  if (!found) return null;
  return {
    negative: found[1] === '-',
    whole: BigInt(found[2] ?? '0'),
    fraction: (found[3] ?? '').replace(/0+$/, ''),
  };
}

const group = (n: bigint): string => n.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 조, 억 and 만 with at most two of them: what is smaller is rounded away and marked with 약. */
function koreanShort(whole: bigint): { text: string; rounded: boolean } {
  const man = 10_000n;
  const units: [string, bigint][] = [
    ['조', man ** 3n],
    ['억', man ** 2n],
    ['만', man],
    ['', 1n],
  ];
  const first = units.findIndex(([, size]) => whole >= size);
  if (first < 0) return { text: '0', rounded: false };
  const last = Math.min(first + 1, units.length - 1);
  const step = units[last]?.[1] ?? 1n;
  const kept = ((whole + step / 2n) / step) * step;
  let rest = kept;
  const words: string[] = [];
  for (const [word, size] of units) {
    const count = rest / size;
    rest %= size;
    if (count > 0n) words.push(group(count) + word);
  }
  return { text: words.join(' '), rounded: kept !== whole };
}

/** K, M, B, T with up to two decimals. */
function englishShort(whole: bigint): { text: string; rounded: boolean } {
  const units: [string, bigint][] = [
    ['T', 1_000_000_000_000n],
    ['B', 1_000_000_000n],
    ['M', 1_000_000n],
    ['K', 1_000n],
  ];
  const unit = units.find(([, size]) => whole >= size);
  if (!unit) return { text: group(whole), rounded: false };
  const hundredths = (whole * 100n + unit[1] / 2n) / unit[1];
  const decimals = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const text = group(hundredths / 100n) + (decimals ? `.${decimals}` : '') + unit[0];
  return { text, rounded: (hundredths * unit[1]) / 100n !== whole };
}

export type MoneyStyle = 'short' | 'exact';

/** An amount in words of the language; an unreadable value comes back as it is. */
export function formatMoney(amount: Amount, language: Language, style: MoneyStyle = 'short'): string {
  const parts = split(amount.value);
  if (!parts) return amount.value;
  const sign = parts.negative ? '-' : '';
  if (style === 'exact') {
    const number = sign + group(parts.whole) + (parts.fraction ? `.${parts.fraction}` : '');
    return language === 'ko' && koreanCurrency[amount.currency]
      ? `${number}${amount.currency === 'KRW' ? '' : ' '}${koreanCurrency[amount.currency]}`
      : `${amount.currency} ${number}`;
  }
  if (language === 'en') {
    const { text, rounded } = englishShort(parts.whole);
    return `${rounded ? 'about ' : ''}${amount.currency} ${sign}${text}`;
  }
  const { text, rounded } = koreanShort(parts.whole);
  const word = koreanCurrency[amount.currency] ?? amount.currency;
  return `${rounded ? '약 ' : ''}${sign}${text}${amount.currency === 'KRW' ? '' : ' '}${word}`;
}

/** `5억원 ~ 20억원`, `5억원 이상`, `up to KRW 2B`; an empty string when nothing is known. */
export function formatMoneyRange(
  range: AmountRange,
  language: Language,
  style: MoneyStyle = 'short',
): string {
  const one = (value: string) => formatMoney({ value, currency: range.currency }, language, style);
  if (range.min && range.max) {
    if (range.min === range.max) return one(range.min);
    return language === 'ko'
      ? `${one(range.min)} ~ ${one(range.max)}`
      : `${one(range.min)} to ${one(range.max)}`;
  }
  if (range.min) return language === 'ko' ? `${one(range.min)} 이상` : `from ${one(range.min)}`;
  if (range.max) return language === 'ko' ? `${one(range.max)} 이하` : `up to ${one(range.max)}`;
  return '';
}
