import type { Language } from '../../src/kernel/text/language.js';

/** Where and for whom a moment is written: the zone is never guessed. */
export interface TimeStyle {
  readonly language: Language;
  /** IANA name. */
  readonly zone: string;
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };
const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

const dayOptions: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
};

/** `dinsdag 12 januari 2027`, `Tuesday 12 January 2027`. */
export const formatDay = (moment: Date, style: TimeStyle): string =>
  inZone(moment, style, dayOptions).replace(',', '');

/** `di 12 jan`, `Tue 12 Jan`; with the year where it isn't obvious. */
export const formatShortDay = (moment: Date, style: TimeStyle, { year = false } = {}): string =>
  inZone(moment, style, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
  }).replace(',', '');

/** A date without a time or zone, `YYYY-MM-DD`, as `dinsdag 12 januari 2027`. */
export const formatDate = (date: string, language: Language): string =>
  formatDay(noonOf(date), { language, zone: 'UTC' });

/** `4 januari – 26 maart 2027`, from two `YYYY-MM-DD` dates. */
export function formatDateRange(from: string, to: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  return formatOf({ language, zone: 'UTC' }, options)
    .formatRange(noonOf(from), noonOf(to))
    .replace(/\s*[–-]\s*/, ' – ');
}

/** On a 24-hour clock: `09.30`, `09:30`. */
export function formatTime(moment: Date, style: TimeStyle): string {
  const time = inZone(moment, style, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return style.language === 'nl' ? time.replace(':', '.') : time;
}

/** `09.30 – 10.30 uur`, `09:30–10:30`. */
export function formatTimeRange(start: Date, end: Date, style: TimeStyle): string {
  const [from, to] = [formatTime(start, style), formatTime(end, style)];
  return style.language === 'nl' ? `${from} – ${to} uur` : `${from}–${to}`;
}

/** `dinsdag 12 januari 2027, 09.30 uur`, `Tuesday 12 January 2027, 09:30`. */
export const formatDateTime = (moment: Date, style: TimeStyle): string =>
  `${formatDay(moment, style)}, ${formatTime(moment, style)}${style.language === 'nl' ? ' uur' : ''}`;

/** `di 12 jan 2027, 09.30`: for tables. */
export const formatShortDateTime = (moment: Date, style: TimeStyle): string =>
  `${formatShortDay(moment, style, { year: true })}, ${formatTime(moment, style)}`;

/** `45 minuten`, `1 uur`, `1 uur en 30 minuten`. */
export function formatDuration(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words =
    language === 'nl'
      ? { hours: 'uur', rest: rest === 1 ? 'minuut' : 'minuten', and: 'en' }
      : { hours: hours === 1 ? 'hour' : 'hours', rest: rest === 1 ? 'minute' : 'minutes', and: 'and' };
  const parts = [
    ...(hours ? [`${hours} ${words.hours}`] : []),
    ...(rest || !hours ? [`${rest} ${words.rest}`] : []),
  ];
  return parts.join(` ${words.and} `);
}

/** Whole days between the two calendar days in the zone: `vandaag`, `morgen`, `over 3 dagen`, `9 dagen geleden`. */
export function relativeDays(moment: Date, now: Date, style: TimeStyle): string {
  const days = Math.round((dayNumber(moment, style.zone) - dayNumber(now, style.zone)) / (24 * 60 * MINUTE));
  return new Intl.RelativeTimeFormat(locales[style.language], { numeric: 'auto' }).format(days, 'day');
}

/** `1.234,5`, `1,234.5`. */
export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numbers.set(key, format);
  return format.format(value);
}

/** `64%`, from 0.64. */
export const formatPercent = (share: number, language: Language): string =>
  formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 });

/** `YYYY-MM-DD` of a moment in a zone: for `<time datetime>` and for grouping by day. */
export function isoDay(moment: Date, zone: string): string {
  const parts = formatOf({ language: 'en', zone }, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const { year, month, day } = Object.fromEntries(parts.formatToParts(moment).map((p) => [p.type, p.value]));
  return `${year}-${month}-${day}`;
}

/** Minutes since midnight on the clock of the zone. */
export function minutesOfDay(moment: Date, zone: string): number {
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' };
  const parts = formatOf({ language: 'en', zone }, options).formatToParts(moment);
  const { hour, minute } = Object.fromEntries(parts.map((p) => [p.type, Number(p.value)]));
  return (hour ?? 0) * 60 + (minute ?? 0);
}

const noonOf = (date: string) => new Date(`${date}T12:00:00Z`);

const dayNumber = (moment: Date, zone: string) => Date.parse(isoDay(moment, zone));

const inZone = (moment: Date, style: TimeStyle, options: Intl.DateTimeFormatOptions) =>
  formatOf(style, options).format(moment);

/** Making one costs far more than using it. */
function formatOf({ language, zone }: TimeStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone });
  formats.set(key, format);
  return format;
}
