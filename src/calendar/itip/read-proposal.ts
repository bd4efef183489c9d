import { DAY, MINUTE, zoneClock } from '../../kernel/time/zone.js';
import type { CalendarTime, ReplyComponent } from './incoming-mail.js';

export interface ProposedTime {
  readonly start: Date;
  readonly end: Date;
}

/** So close to the moment of answering that it is no wish but the moment itself. */
const NOW = 5 * MINUTE;
/** What lasts shorter or longer is no appointment; calendars of people are searched for as long as it lasts. */
const [SHORTEST, LONGEST] = [MINUTE, DAY];

/**
 * The other time that a COUNTER proposes (RFC 5546 section 3.2.7). `none`: it names no time of day, or less than a
 * minute or more than a day. `no-proposal`: no
 * time at all, or the moment at which it was written, as some clients add to every answer. `unchanged`: the time that
 * stands.
 */
export function readProposal(
  { start: from, end: to, stampedAt }: Pick<ReplyComponent, 'start' | 'end' | 'stampedAt'>,
  current: { readonly start: Date; readonly end: Date; readonly zone: string },
): ProposedTime | 'none' | 'no-proposal' | 'unchanged' {
  const start = from && instantOf(from, current.zone);
  if (!start) return 'none';
  const duration = current.end.getTime() - current.start.getTime();
  const end = (to && instantOf(to, current.zone)) ?? new Date(start.getTime() + duration);
  if (end <= start) return 'no-proposal';
  const length = end.getTime() - start.getTime();
  if (length < SHORTEST || length > LONGEST) return 'none';
  if (stampedAt && Math.abs(start.getTime() - stampedAt.getTime()) <= NOW) return 'no-proposal';
  const isSame = start.getTime() === current.start.getTime() && end.getTime() === current.end.getTime();
  return isSame ? 'unchanged' : { start, end };
}

/** Null for a whole day. */
function instantOf(time: CalendarTime, zone: string): Date | null {
  if (time.kind === 'instant') return time.at;
  if (time.kind === 'day') return null;
  const wall = Date.parse(`${time.wall}Z`);
  return Number.isNaN(wall) ? null : new Date(zoneClock(zone).instantOf(wall));
}
