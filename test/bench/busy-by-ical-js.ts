import ICAL from 'ical.js';
import { mergeOverlapping, type BusySpan } from '../../src/calendar/itip/busy/busy-spans.js';

/** Busy times as one gets them from ical.js, which walks every series from its first day; not in the square of entries. */
export function busyByIcalJs(text: string, window: BusySpan): readonly BusySpan[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const all = Map.groupBy(calendar.getAllSubcomponents('vevent'), (one) =>
    String(one.getFirstPropertyValue('uid')),
  );
  const spans: BusySpan[] = [];
  for (const entries of all.values()) addSeries(entries, window, spans);
  return mergeOverlapping(spans);
}

function addSeries(entries: readonly ICAL.Component[], window: BusySpan, spans: BusySpan[]): void {
  const moved = new Set<number>();
  const [firstYear, lastYear] = [window.start, window.end].map((at) => new Date(at).getUTCFullYear()) as [
    number,
    number,
  ];
  const add = (start: ICAL.Time, length: number) => {
    const from = start.toUnixTime() * 1_000;
    if (from < window.end && from + length > window.start) spans.push({ start: from, end: from + length });
  };
  for (const entry of entries) {
    const id = entry.getFirstPropertyValue('recurrence-id') as ICAL.Time | null;
    if (!id) continue;
    moved.add(id.toUnixTime());
    add(startOf(entry), lengthOf(entry));
  }
  for (const entry of entries) {
    if (entry.hasProperty('recurrence-id')) continue;
    if (!entry.hasProperty('rrule')) add(startOf(entry), lengthOf(entry));
    else {
      const occurrences = new ICAL.RecurExpansion({ component: entry, dtstart: startOf(entry) });
      const length = lengthOf(entry);
      for (let at = occurrences.next(); at && at.year <= lastYear; at = occurrences.next())
        // Instants cost it much more than wall times.
        if (at.year >= firstYear && !moved.has(at.toUnixTime())) add(at, length);
    }
  }
}

const startOf = (entry: ICAL.Component) => entry.getFirstPropertyValue('dtstart') as ICAL.Time;

function lengthOf(entry: ICAL.Component): number {
  const end = entry.getFirstPropertyValue('dtend') as ICAL.Time | null;
  const duration = entry.getFirstPropertyValue('duration') as ICAL.Duration | null;
  const seconds = end ? end.toUnixTime() - startOf(entry).toUnixTime() : (duration?.toSeconds() ?? 0);
  return seconds * 1_000;
}
