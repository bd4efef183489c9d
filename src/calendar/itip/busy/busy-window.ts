import { DAY, type Instant } from '../../../kernel/time/zone.js';
import type { BusySpan } from './busy-spans.js';

const DAYS_BACK = 31;
const DAYS_AHEAD = 456;

/**
 * For which time busy times are kept: a month back, for what is recorded or moved afterwards, and fifteen months ahead,
 * further than a search for free moments may look. Whole days in UTC, so that it moves once a day.
 */
export function busyWindow(now: Instant): BusySpan {
  const today = Math.floor(now / DAY) * DAY;
  return { start: today - DAYS_BACK * DAY, end: today + DAYS_AHEAD * DAY };
}
