import { DAY, type Instant } from '../../../kernel/time/zone.js';
import type { BusyEntry, FreeReason } from './busy-entry.js';
import { BusySpans, type BusySpan } from './busy-spans.js';
import { CalendarClocks } from './calendar-clocks.js';
import { CalendarCollector, type CollectorOptions } from './calendar-collector.js';
import type { Period } from './calendar-moment.js';
import { calendarPieces } from './calendar-pieces.js';
import { EntryTimes } from './entry-moments.js';
import { expandSeries, type SeriesContext } from './expand-series.js';
import { gatherSeries } from './gather-series.js';
import { EntryTooOften, WorkMeter } from './work-meter.js';

/** Why a file gives no busy times at all. */
export const readingFaults = [
  'too-large',
  'web-page',
  'not-a-calendar',
  'incomplete',
  'too-many-entries',
  'too-much-work',
] as const;
export type ReadingFault = (typeof readingFaults)[number];

export class CalendarUnreadable extends Error {
  constructor(readonly fault: ReadingFault) {
    super(`This calendar cannot be read: ${fault}`);
    this.name = 'CalendarUnreadable';
  }
}

export interface BusyQuestion extends CollectorOptions {
  /** Half open; what reaches into it counts, and is given whole. */
  readonly window: BusySpan;
  /** IANA zone of floating times and whole days. */
  readonly zone: string;
  /** Of the Content-Type, if it says one. */
  readonly charset?: string | undefined;
}

/** How many entries took no time, and why; `unknownZones` counts names whose times were read in the owner's zone. */
export type Skipped = Readonly<Record<FreeReason | 'broken' | 'tooOften' | 'unknownZones', number>>;

export interface BusyReading {
  /** Sorted, none overlapping another. */
  readonly spans: readonly BusySpan[];
  readonly skipped: Skipped;
}

export const MAX_BYTES = 10 * 1024 ** 2;
const MAX_ENTRIES = 50_000;
const MAX_SPANS = 50_000;
const MAX_STEPS = 20_000_000;
const MAX_STEPS_PER_ENTRY = 100_000;
const LINES_AT_ONCE = 2_000;
const STEPS_AT_ONCE = 20_000;

/**
 * When the owner of a calendar is taken, and nothing else of what the calendar says: VEVENTs (RFC 5545 section 3.6.1)
 * unless they are free, cancelled, declined or our own, and VFREEBUSYs. One entry that cannot be understood is left
 * out and counted.
 *
 * Yields often, so that whoever drives it can let others go before; bytes, entries and steps are bounded, whatever the
 * rules ask for. Throws CalendarUnreadable.
 */
export function* readBusy(bytes: Uint8Array, question: BusyQuestion): Generator<void, BusyReading> {
  if (bytes.length > MAX_BYTES) throw new CalendarUnreadable('too-large');
  const collector = new CalendarCollector(question);
  yield* collect(bytes, question, collector);
  if (!collector.isCalendar) throw new CalendarUnreadable(isWebPage(bytes) ? 'web-page' : 'not-a-calendar');
  if (!collector.isComplete) throw new CalendarUnreadable('incomplete');
  return yield* expand(collector, question);
}

function* collect(
  bytes: Uint8Array,
  { charset }: BusyQuestion,
  collector: CalendarCollector,
): Generator<void, void> {
  for (const piece of calendarPieces(bytes, charset)) {
    const lines = piece.split('\n');
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      for (const line of lines.slice(at, at + LINES_AT_ONCE)) collector.line(line);
      if (collector.entries.length + collector.periods.length + collector.broken > MAX_ENTRIES)
        throw new CalendarUnreadable('too-many-entries');
      yield;
    }
  }
}

function* expand(collector: CalendarCollector, { window, zone }: BusyQuestion): Generator<void, BusyReading> {
  const meter = new WorkMeter(MAX_STEPS, MAX_STEPS_PER_ENTRY);
  const end = window.end + 400 * DAY;
  const clocks = new CalendarClocks({ zones: collector.zones, ownerZone: zone, end, meter });
  const spans = new BusySpans(window);
  const add = (from: Instant, to: Instant) => spans.add(from, to);
  const counts = { free: 0, cancelled: 0, declined: 0, own: 0, broken: collector.broken, tooOften: 0 };
  let yieldedAt = meter.left;
  for (const { master, overrides } of gatherSeries(collector.entries)) {
    const problem = expandEntry(master, overrides, { clocks, window, meter, add });
    if (problem) counts[problem] += 1;
    if (meter.isSpent) throw new CalendarUnreadable('too-much-work');
    if (yieldedAt - meter.left < STEPS_AT_ONCE) continue;
    yieldedAt = meter.left;
    yield;
  }
  for (const period of collector.periods) addPeriod(period, clocks, add);
  const merged = spans.merged();
  if (merged.length > MAX_SPANS) throw new CalendarUnreadable('too-many-entries');
  return { spans: merged, skipped: { ...counts, unknownZones: clocks.unknown.size } };
}

/** Why the entry took no time, if it took none. */
function expandEntry(
  master: BusyEntry,
  overrides: readonly BusyEntry[],
  context: SeriesContext,
): FreeReason | 'broken' | 'tooOften' | undefined {
  context.meter.begin();
  try {
    context.meter.spend(1);
    expandSeries(master, overrides, context);
    return master.free;
  } catch (error) {
    if (error instanceof EntryTooOften) return 'tooOften';
    if (error instanceof RangeError) return 'broken';
    throw error;
  }
}

function addPeriod({ start, end }: Period, clocks: CalendarClocks, add: SeriesContext['add']): void {
  const times = new EntryTimes({ start, end: undefined }, clocks);
  add(times.startOf(start.wall), 'kind' in end ? times.instantOf(end) : times.endOf(start.wall, end));
}

/** What a server shows to who has not signed in, with status 200. */
const isWebPage = (bytes: Uint8Array): boolean =>
  /^\W*<(!doctype\s+html|html|head|body|script|\?xml)\b/i.test(
    Buffer.from(bytes.subarray(0, 500)).toString('latin1'),
  );
