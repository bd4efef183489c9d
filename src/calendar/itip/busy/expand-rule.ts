import type { WallTime } from '../../../kernel/time/zone.js';
import { clockPeriods } from './clock-periods.js';
import { dayPeriods, type RuleStart } from './day-periods.js';
import type { RecurrenceRule } from './recurrence-rule.js';
import type { RulePeriods } from './rule-periods.js';

export interface RuleQuestion extends RuleStart {
  readonly rule: RecurrenceRule;
  /** Only occurrences within these bounds, both included; UNTIL is for the caller to put into `to`. */
  readonly from: WallTime;
  readonly to: WallTime;
}

/**
 * The occurrences of a recurrence rule in wall time, in order, without zones and DTSTART's own place among them (RFC
 * 5545 section 3.3.10). Goes straight to `from`: every period has a set of its own, so those before it can be left out
 * unless COUNT counts them, and then they are counted at once where all are of one size. Throws EntryTooOften.
 */
export function expandRule({ rule, from, to, ...start }: RuleQuestion): readonly WallTime[] {
  const periods = periodsOf(rule, start);
  const most = rule.count ?? Infinity;
  const found: WallTime[] = [];
  let counted = 0;
  for (let index = 0; counted < most && periods.startOf(index) <= to;) {
    start.meter.spend(1);
    for (const wall of isEmpty(periods, index) ? [] : periods.occurrencesOf(index)) {
      if (wall < start.start) continue;
      if (wall > to || counted === most) return found;
      counted += 1;
      if (wall >= from) found.push(wall);
      start.meter.spend(1);
    }
    const next = index + 1;
    const near = periods.indexNear(from);
    const size = rule.count === undefined ? 0 : periods.perPeriod;
    const jumps = near > next && size !== undefined;
    if (jumps) counted = Math.min(most, counted + (near - next) * size);
    index = periods.skipEmpty(jumps ? near : next);
  }
  return found;
}

const isEmpty = (periods: RulePeriods, index: number): boolean => periods.skipEmpty(index) > index;

const periodsOf = (rule: RecurrenceRule, start: RuleStart): RulePeriods =>
  ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'].includes(rule.frequency)
    ? dayPeriods(rule, start)
    : clockPeriods(rule, start);
