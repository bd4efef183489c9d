import { z } from 'zod';

const first = Date.UTC(2000, 0, 1);
const last = Date.UTC(2100, 0, 1);
const longestHours = 24;

/** Whether it is an instant of this century: the bounds let a typing error show, and keep calendars computable. */
export const isOfThisCentury = (at: Date): boolean => at.getTime() >= first && at.getTime() < last;

/** An instant, ISO 8601 with an offset or Z. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine(isOfThisCentury, 'must be in the years 2000 to 2099');

interface Span {
  readonly start: Date;
  /** Left out: the usual length. */
  readonly end?: Date | undefined;
}

/** For `refine`: time that somebody can spend in one piece, so at most a day. */
export const isSpan = ({ start, end }: Span): boolean => {
  // Runs also when one of them could not be read, and is no date then.
  const hours = (Number(end) - Number(start)) / 3_600_000;
  return end === undefined || (hours > 0 && hours <= longestHours);
};

export const notASpan = { path: ['end'], error: `must be after the start, by ${longestHours} hours at most` };
