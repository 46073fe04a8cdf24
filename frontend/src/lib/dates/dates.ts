/**
 * Dates and times as people in the programme write them. Korean: `2026. 11. 23.(월) 14:20`; English:
 * `Mon 23 Nov 2026, 14:20 KST`; a person abroad sees both clocks: `14:20 KST (13:20 SGT)`.
 * Instants are RFC 3339 strings or Dates; plain days are `YYYY-MM-DD` and never shift with a zone.
 */
import type { Language } from '@/lib/i18n/language';
import { zoneName } from './zones';

/** The programme's own zone. */
export const homeZone = 'Asia/Seoul';

interface Fields {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string): Intl.DateTimeFormat {
  const id = `${language} ${zone}`;
  let found = formatters.get(id);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: language === 'ko' ? 'numeric' : 'short',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(id, found);
  }
  return found;
}

function fields(at: Date, language: Language, zone: string): Fields {
  const parts = formatter(language, zone).formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    year: get('year'),
    // Newer English data writes "Sept"; the page keeps three letters for every month.
    month: language === 'en' ? get('month').slice(0, 3) : String(Number.parseInt(get('month'), 10)),
    day: String(Number.parseInt(get('day'), 10)),
    weekday: get('weekday'),
    hour: get('hour'),
    minute: get('minute'),
  };
}

/** A plain day is held at noon UTC so that no zone moves it. */
function toDate(value: string | Date): { at: Date; plain: boolean } {
  if (typeof value !== 'string') return { at: value, plain: false };
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { at: new Date(plain ? `${value}T12:00:00Z` : value), plain };
}

function dayText(f: Fields, language: Language): string {
  return language === 'ko'
    ? `${f.year}. ${f.month}. ${f.day}.(${f.weekday})`
    : `${f.weekday} ${f.day} ${f.month} ${f.year}`;
}

/** `2026. 11. 23.(월)` or `Mon 23 Nov 2026`; an empty string for an unreadable value. */
export function formatDate(value: string | Date, language: Language, zone = homeZone): string {
  const { at, plain } = toDate(value);
  if (Number.isNaN(at.getTime())) return '';
  return dayText(fields(at, language, plain ? 'UTC' : zone), language);
}

/** `14:20`. */
export function formatTime(value: string | Date, zone = homeZone): string {
  const { at } = toDate(value);
  if (Number.isNaN(at.getTime())) return '';
  const f = fields(at, 'en', zone);
  return `${f.hour}:${f.minute}`;
}

/** `2026. 11. 23.(월) 14:20` or `Mon 23 Nov 2026, 14:20 KST`. */
export function formatDateTime(value: string | Date, language: Language, zone = homeZone): string {
  const { at, plain } = toDate(value);
  if (plain) return formatDate(value, language);
  if (Number.isNaN(at.getTime())) return '';
  const day = dayText(fields(at, language, zone), language);
  const time = formatTime(at, zone);
  return language === 'ko' ? `${day} ${time}` : `${day}, ${time} ${zoneName(zone, at)}`;
}

/**
 * `14:20 KST (13:20 SGT)` for somebody in another zone, `14:20 KST` at home. Where the other day differs,
 * it is named: `09:00 KST (Sun 22 Nov 2026 19:00 EST)`.
 */
export function formatTimeInZones(value: string | Date, language: Language, zone: string): string {
  const { at } = toDate(value);
  if (Number.isNaN(at.getTime())) return '';
  const home = `${formatTime(at, homeZone)} ${zoneName(homeZone, at)}`;
  const there = `${formatTime(at, zone)} ${zoneName(zone, at)}`;
  if (home === there) return home;
  const homeDay = formatDate(at, language, homeZone);
  const otherDay = formatDate(at, language, zone);
  return homeDay === otherDay ? `${home} (${there})` : `${home} (${otherDay} ${there})`;
}

/** A range of days, either end of which may be empty; one day is written once. */
export function formatDateRange(from: string, to: string, language: Language): string {
  if (from === to) return formatDate(from, language);
  const start = from && formatDate(from, language);
  const end = to && formatDate(to, language);
  if (language === 'ko') return `${start} ~ ${end}`.trim();
  if (!start) return `until ${end}`;
  return end ? `${start} to ${end}` : `from ${start}`;
}

/** Whole days from `from` to `to` as days of the calendar in a zone; negative when `to` is earlier. */
export function daysBetween(from: string | Date, to: string | Date, zone = homeZone): number {
  const number = (value: string | Date) => {
    const { at, plain } = toDate(value);
    const text = plain ? String(value) : new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
    return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  };
  return Math.round(number(to) - number(from));
}

/** `3일 전`, `2 hours ago`: for lists where the exact moment is in a title beside it. */
export function formatAgo(value: string | Date, language: Language, now: Date): string {
  const { at } = toDate(value);
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return format.format(0, 'minute');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  if (size < 31 * 86_400) return format.format(Math.round(seconds / 86_400), 'day');
  if (size < 365 * 86_400) return format.format(Math.round(seconds / (30.44 * 86_400)), 'month');
  return format.format(Math.round(seconds / (365.25 * 86_400)), 'year');
}
