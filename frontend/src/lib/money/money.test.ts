import { describe, expect, it } from 'vitest';
import { formatMoney, formatMoneyRange } from './money';
import { parseMoney } from './parse';

const won = (value: string) => ({ value, currency: 'KRW' });

describe('formatMoney', () => {
  it.each([
    ['250000000', '2억 5,000만원', '250,000,000원', 'KRW 250M'],
    ['100000000', '1억원', '100,000,000원', 'KRW 100M'],
    ['0', '0원', '0원', 'KRW 0'],
    ['9500', '9,500원', '9,500원', 'KRW 9.5K'],
    ['1250000000000', '1조 2,500억원', '1,250,000,000,000원', 'KRW 1.25T'],
    ['123456789', '약 1억 2,346만원', '123,456,789원', 'about KRW 123.46M'],
    ['-30000', '-3만원', '-30,000원', 'KRW -30K'],
    ['99999999999', '약 1,000억원', '99,999,999,999원', 'about KRW 100B'],
  ])('%s', (value, short, exact, english) => {
    expect(formatMoney(won(value), 'ko')).toBe(short);
    expect(formatMoney(won(value), 'ko', 'exact')).toBe(exact);
    expect(formatMoney(won(value), 'en')).toBe(english);
  });

  it('names foreign currencies', () => {
    expect(formatMoney({ value: '5000000', currency: 'USD' }, 'ko')).toBe('500만 달러');
    expect(formatMoney({ value: '5000000', currency: 'USD' }, 'en')).toBe('USD 5M');
    expect(formatMoney({ value: '1200.50', currency: 'CHF' }, 'ko', 'exact')).toBe('CHF 1,200.5');
  });

  it('returns what it cannot read', () => {
    expect(formatMoney(won('n/a'), 'ko')).toBe('n/a');
  });

  it('writes ranges', () => {
    expect(formatMoneyRange({ min: '500000000', max: '2000000000', currency: 'KRW' }, 'ko')).toBe(
      '5억원 ~ 20억원',
    );
    expect(formatMoneyRange({ min: '500000000', currency: 'KRW' }, 'ko')).toBe('5억원 이상');
    expect(formatMoneyRange({ max: '2000000000', currency: 'KRW' }, 'en')).toBe('up to KRW 2B');
    expect(formatMoneyRange({ currency: 'KRW' }, 'en')).toBe('');
  });
});

describe('parseMoney', () => {
  it.each([
    ['2.5억', '250000000'],
    ['250백만', '250000000'],
    ['250백만원', '250000000'],
    ['2억5천만', '250000000'],
    ['2억 5천만원', '250000000'],
    ['2억5천', '250000000'],
    ['2억 5,000만원', '250000000'],
    ['250,000,000', '250000000'],
    ['250000000원', '250000000'],
    ['3천만', '30000000'],
    ['천만원', '10000000'],
    ['2백5십만', '2500000'],
    ['1조 2천억', '1200000000000'],
    ['1조2천', '1200000000000'],
    ['0.5억', '50000000'],
    ['₩1,000', '1000'],
    ['KRW 2.5bn', '2500000000'],
    ['250m', '250000000'],
    ['3 million', '3000000'],
    ['２．５억', '250000000'],
    ['금 1억원정', '100000000'],
    ['1만2천', '12000'],
    ['0', '0'],
  ])('reads %s', (text, value) => {
    expect(parseMoney(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['원', 'unreadable'],
    ['많이', 'unreadable'],
    ['5만 2억', 'unreadable'],
    ['2.5.1억', 'unreadable'],
    ['1,00', 'unreadable'],
    ['-3억', 'negative'],
    ['1.23456만', 'fraction'],
    ['0.5', 'fraction'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseMoney(text)).toEqual({ ok: false, fault });
  });
});
