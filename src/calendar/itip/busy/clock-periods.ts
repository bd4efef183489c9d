import { DAY, MINUTE, type WallTime } from '../../../kernel/time/zone.js';
import type { RuleStart } from './day-periods.js';
import { dayFilter } from './day-filter.js';
import type { RecurrenceRule } from './recurrence-rule.js';
import { atPositions, timesOf, type RulePeriods } from './rule-periods.js';

const SECOND = 1_000;
const HOUR = 60 * MINUTE;
const units = { HOURLY: HOUR, MINUTELY: MINUTE, SECONDLY: SECOND };

/** The periods of a rule that recurs every so many hours, minutes or seconds, counted on the clock on the wall. */
export function clockPeriods(rule: RecurrenceRule, { start }: Pick<RuleStart, 'start'>): RulePeriods {
  const unit = units[rule.frequency as keyof typeof units];
  const length = unit * rule.interval;
  const first = Math.floor(start / unit) * unit;
  const startOf = (index: number) => first + index * length;
  const offsets = offsetsWithin(rule, start);
  const limits = limitsOf(rule);
  return {
    startOf,
    occurrencesOf: (index) =>
      atPositions(
        offsets.map((offset) => startOf(index) + offset),
        rule.positions,
      ),
    indexNear: (wall) => Math.max(0, Math.floor((wall - first) / length)),
    skipEmpty: (index) => Math.max(index, Math.ceil((nextFit(startOf(index), limits) - first) / length)),
    perPeriod: limits.length === 0 && rule.positions.length === 0 ? offsets.length : undefined,
  };
}

/** What of a period's own hour or minute the rule names; from DTSTART what it leaves out. */
function offsetsWithin({ frequency, minutes, seconds }: RecurrenceRule, start: WallTime): readonly number[] {
  const at = new Date(start);
  const ownMinutes = minutes.length > 0 ? minutes : [at.getUTCMinutes()];
  const ownSeconds = seconds.length > 0 ? seconds : [at.getUTCSeconds()];
  if (frequency === 'HOURLY') return timesOf([0], ownMinutes, ownSeconds);
  return frequency === 'MINUTELY' ? timesOf([0], [0], ownSeconds) : [0];
}

interface Limit {
  readonly unit: number;
  readonly passes: (wall: WallTime) => boolean;
}

/** From the largest unit to the smallest. */
function limitsOf(rule: RecurrenceRule): readonly Limit[] {
  const { frequency, hours, minutes, seconds, weekdays, months, monthDays, yearDays } = rule;
  const ofDay = dayFilter({ ...rule, weekNumbers: [] });
  const limitsDays = [weekdays, months, monthDays, yearDays].some((values) => values.length > 0);
  const isFiner = frequency !== 'HOURLY';
  return [
    ...(limitsDays ? [{ unit: DAY, passes: (wall: WallTime) => ofDay(Math.floor(wall / DAY)) }] : []),
    ...(hours.length > 0 ? [limit(HOUR, 24, hours)] : []),
    ...(isFiner && minutes.length > 0 ? [limit(MINUTE, 60, minutes)] : []),
    ...(frequency === 'SECONDLY' && seconds.length > 0 ? [limit(SECOND, 60, seconds)] : []),
  ];
}

const limit = (unit: number, modulus: number, values: readonly number[]): Limit => ({
  unit,
  passes: (wall) => values.includes(((Math.floor(wall / unit) % modulus) + modulus) % modulus),
});

/** The wall time itself if every limit lets it pass, else the end of the day, hour or minute that does not. */
function nextFit(wall: WallTime, limits: readonly Limit[]): WallTime {
  const failed = limits.find(({ passes }) => !passes(wall));
  return failed ? (Math.floor(wall / failed.unit) + 1) * failed.unit : wall;
}
