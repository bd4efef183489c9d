import { IANAZone } from 'luxon';
import { z } from 'zod';
import { weekdays } from '../../../kernel/time/weekday.js';

// Control characters break mail headers and calendar lines, direction marks make a name read as another
// one, and half a surrogate pair cannot be stored as UTF-8.
const unsafeInLine = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const unsafeInText = /(?!\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const unsafeMessage = 'must not contain control characters';

function printable(max: number, unsafe: RegExp) {
  return z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'must not be empty')
    .refine((text) => !unsafe.test(text) && text.isWellFormed(), unsafeMessage);
}

/** One line of text, such as a name or a title: never empty, no line breaks. */
export const line = (max = 200) => printable(max, unsafeInLine);

/** Text that may run over several lines, such as a question or a consent statement. */
export const text = (max = 2000) => printable(max, unsafeInText);

/** A code that pseudonyms, addresses of pages and columns are made of: no hyphen, so that they stay readable. */
export const code = z.string().regex(/^[A-Z0-9]{1,12}$/, 'must be 1 to 12 capitals and digits, like ZWO');

/** The code of a consent statement, such as `recording`. */
export const statementCode = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9-]{0,39}$/,
    'must be a word like recording: a small letter, then letters, digits or hyphens',
  );

export const emailAddress = z.email('must be an e-mail address like name@example.org').max(254);

/**
 * A calendar date `yyyy-mm-dd` that exists. The years are bounded so that a typing error shows. Checks that compare
 * dates do not run when one of them is refused here.
 */
export const date = z.iso
  .date({ error: 'must be a date that exists, like 2027-01-04', abort: true })
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', {
    error: 'must be in the years 2000 to 2099',
    abort: true,
  });

/** A wall time `HH:MM` in the study's zone. */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time between quotes, like "09:00"');

/** Part of a day, `HH:MM-HH:MM`, in the study's zone. */
export const timeRange = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
    'must be two times between quotes, like "09:00-17:00"',
  )
  .refine((range) => range.slice(0, 5) < range.slice(6), 'must end later than it begins');

/** An IANA zone. Offsets such as +01:00 are refused: they know no summer time. */
export const timezone = z
  .string()
  .max(64)
  .refine(
    (zone) => /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone) && IANAZone.isValidZone(zone),
    'must be an IANA time zone like Europe/Amsterdam',
  );

export const weekday = z.enum(weekdays);

/** A whole number between two bounds, both included. */
export const whole = (min: number, max: number) => z.int().min(min).max(max);

/** WGS 84, in degrees. */
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
