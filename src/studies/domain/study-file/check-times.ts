import { weekdays } from '../../../kernel/time/weekday.js';
import { date, time, timeRange } from './fields.schema.js';
import { formatPath, type StudyFileFault } from './fault.js';
import type { Outline } from './outline.schema.js';

/** Dates and times that contradict each other, and people of the field who lack what a plan needs. */
export function checkTimes(outline: Outline): StudyFileFault[] {
  return [...checkPeriod(outline), ...checkObservations(outline), ...checkTeam(outline)];
}

/** The longest fieldwork, in days: it bounds every range of dates that a page or a plan runs through. */
const longestFieldwork = 5 * 366;

function checkPeriod({ study }: Outline): StudyFileFault[] {
  const from = valid(date, study?.fieldwork?.from);
  const to = valid(date, study?.fieldwork?.to);
  const contact = valid(date, study?.retention?.contactDataUntil);
  const faults: StudyFileFault[] = [];
  if (from && to && to < from) {
    faults.push({ path: 'study.fieldwork.to', message: 'must not be before study.fieldwork.from' });
  }
  if (from && to && (Date.parse(to) - Date.parse(from)) / 86_400_000 > longestFieldwork) {
    faults.push({ path: 'study.fieldwork.to', message: 'must be within five years of study.fieldwork.from' });
  }
  if (to && contact && contact < to) {
    const message = 'must not be before study.fieldwork.to: contact details are needed until then';
    faults.push({ path: 'study.retention.contactDataUntil', message });
  }
  return faults;
}

function checkObservations({ observations }: Outline): StudyFileFault[] {
  const duration = observations?.durationMinutes ?? 0;
  return (observations?.meetings ?? []).flatMap((meeting, index) => {
    const start = valid(time, meeting?.start);
    if (start === undefined || minuteOfDay(start) + duration <= 24 * 60) return [];
    const path = formatPath(['observations', 'meetings', index, 'start']);
    return [{ path, message: 'must leave room for observations.durationMinutes before midnight' }];
  });
}

function checkTeam({ team }: Outline): StudyFileFault[] {
  return (team ?? []).flatMap((member, index) => {
    if (member === undefined) return [];
    const needed =
      member.role === 'interviewer' || member.base !== undefined || member.availability !== undefined;
    const missing = (['base', 'availability'] as const).filter((key) => needed && member[key] === undefined);
    return [
      ...missing.map((key) => ({
        path: formatPath(['team', index, key]),
        message: 'is missing: who goes into the field has both a base and availability',
      })),
      ...weekdays.flatMap((day) =>
        checkDay(member.availability?.[day], formatPath(['team', index, 'availability', day])),
      ),
    ];
  });
}

function checkDay(day: unknown, path: string): StudyFileFault[] {
  const ranges = (Array.isArray(day) ? day : []).map((range) => valid(timeRange, range));
  return ranges.flatMap((range, index) => {
    const overlaps = ranges.slice(0, index).some((other) => other && range && overlap(other, range));
    return overlaps
      ? [{ path: `${path}[${index}]`, message: 'overlaps an earlier part of the same day' }]
      : [];
  });
}

function overlap(a: string, b: string): boolean {
  return a.slice(0, 5) < b.slice(6) && b.slice(0, 5) < a.slice(6);
}

function minuteOfDay(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

function valid(schema: typeof date | typeof time | typeof timeRange, value: unknown): string | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
