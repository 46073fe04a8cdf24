import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  formatAgo,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTime,
  formatTimeInZones,
} from './dates';
import { zoneName } from './zones';

const instant = '2026-11-23T05:20:00Z';

describe('dates', () => {
  it('writes days without a space before the bracket', () => {
    expect(formatDate('2026-11-23', 'ko')).toBe('2026. 11. 23.(월)');
    expect(formatDate('2026-11-23', 'en')).toBe('Mon 23 Nov 2026');
    expect(formatDate('2026-09-01', 'en')).toBe('Tue 1 Sep 2026');
  });

  it('keeps a plain day in every zone', () => {
    expect(formatDate('2026-01-01', 'en', 'America/Los_Angeles')).toBe('Thu 1 Jan 2026');
    expect(formatDate('2026-01-01', 'en', 'Pacific/Kiritimati')).toBe('Thu 1 Jan 2026');
  });

  it('writes instants in the programme zone', () => {
    expect(formatDateTime(instant, 'ko')).toBe('2026. 11. 23.(월) 14:20');
    expect(formatDateTime(instant, 'en')).toBe('Mon 23 Nov 2026, 14:20 KST');
    expect(formatTime('2026-11-22T15:00:00Z')).toBe('00:00');
  });

  it('shows both clocks to a person abroad', () => {
    expect(formatTimeInZones(instant, 'en', 'Asia/Singapore')).toBe('14:20 KST (13:20 SGT)');
    expect(formatTimeInZones(instant, 'ko', 'Asia/Seoul')).toBe('14:20 KST');
    expect(formatTimeInZones('2026-11-23T00:00:00Z', 'en', 'America/New_York')).toBe(
      '09:00 KST (Sun 22 Nov 2026 19:00 EST)',
    );
  });

  it('names zones', () => {
    expect(zoneName('Europe/Berlin', new Date('2026-01-15T00:00:00Z'))).toBe('CET');
    expect(zoneName('Europe/Berlin', new Date('2026-07-15T00:00:00Z'))).toBe('CEST');
    expect(zoneName('America/Los_Angeles', new Date('2026-07-15T00:00:00Z'))).toBe('PDT');
    expect(zoneName('Asia/Kolkata', new Date(instant))).toBe('IST');
    expect(zoneName('Asia/Tashkent', new Date(instant))).toBe('UTC+5');
  });

  it('answers unreadable values with nothing', () => {
    expect(formatDate('soon', 'ko')).toBe('');
    expect(formatDateTime('', 'en')).toBe('');
  });

  it('writes ranges', () => {
    expect(formatDateRange('2026-11-23', '2026-11-24', 'ko')).toBe('2026. 11. 23.(월) ~ 2026. 11. 24.(화)');
    expect(formatDateRange('2026-11-23', '2026-11-23', 'en')).toBe('Mon 23 Nov 2026');
  });

  it('counts days of the calendar, not hours', () => {
    expect(daysBetween('2026-11-22T14:59:00Z', '2026-11-22T15:01:00Z')).toBe(1);
    expect(daysBetween('2026-11-23', '2026-12-23')).toBe(30);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });

  it('tells how long ago', () => {
    const now = new Date('2026-11-23T06:20:00Z');
    expect(formatAgo(instant, 'ko', now)).toBe('1시간 전');
    expect(formatAgo('2026-11-20T06:20:00Z', 'en', now)).toBe('3 days ago');
  });
});
