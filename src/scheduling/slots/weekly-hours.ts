import { weekdays, type Weekday } from '../../kernel/time/weekday.js';

/** Wall times of one day in minutes after midnight, half open; `to` is at most 1440 (24:00). */
export interface WallRange {
  readonly from: number;
  readonly to: number;
}

/** Wall ranges for each weekday; a weekday that is left out has none. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, readonly WallRange[]>>>;

const DAY_MINUTES = 1_440;
const RANGE = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/;

/**
 * Reads `09:00-17:00`. `24:00` may end a range; a range never passes midnight (write it as two). Undefined for
 * anything else.
 */
export function parseWallRange(text: string): WallRange | undefined {
  const [fromHour, fromMinute, toHour, toMinute] = (RANGE.exec(text) ?? []).slice(1).map(Number);
  if (fromHour === undefined || fromMinute > 59 || toMinute > 59) return undefined;
  const range = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  return range.from < range.to && range.to <= DAY_MINUTES ? range : undefined;
}

/**
 * Reads hours as a study file writes them: `{ monday: ["09:00-12:00", "13:00-17:00"] }`. Throws RangeError for a
 * text that isn't a wall range.
 */
export function parseWeeklyHours(hours: Readonly<Partial<Record<Weekday, readonly string[]>>>): WeeklyHours {
  return Object.fromEntries(weekdays.map((weekday) => [weekday, parseWallRanges(hours[weekday] ?? [])]));
}

/** Reads the ranges of one day. Throws RangeError for a text that isn't a wall range. */
export function parseWallRanges(texts: readonly string[]): readonly WallRange[] {
  return texts.map((text) => {
    const range = parseWallRange(text);
    if (!range) throw new RangeError(`Not a range of wall times: ${text}`);
    return range;
  });
}

/** Whether two of one day's ranges share time; texts that are no range count for nothing. */
export function overlapping(texts: readonly string[]): boolean {
  const ranges = texts.flatMap((text) => parseWallRange(text) ?? []).toSorted((a, b) => a.from - b.from);
  return ranges.some((range, i) => i > 0 && range.from < ranges[i - 1]!.to);
}

/** `09:00-17:00`, the form that `parseWallRange` reads. */
export function formatWallRange({ from, to }: WallRange): string {
  return `${formatWallTime(from)}-${formatWallTime(to)}`;
}

/** The same hours on every weekday but the named ones, such as "mornings only, never on Wednesday". */
export function sameHoursDaily(
  ranges: readonly WallRange[] = [{ from: 0, to: DAY_MINUTES }],
  except: readonly Weekday[] = [],
): WeeklyHours {
  const days = weekdays.filter((weekday) => !except.includes(weekday));
  return Object.fromEntries(days.map((weekday) => [weekday, ranges]));
}

function formatWallTime(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
  return `${hour}:${minute}`;
}
