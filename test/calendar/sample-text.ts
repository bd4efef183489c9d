import { DateTime } from 'luxon';
import { folded } from './peers/edit-properties.js';
import { base64Body, quotedPrintableBinary } from './peers/mime-encodings.js';

/** The invitation that a sample message is about. */
export interface SampleGiven {
  readonly uid: string;
  /** Address that was invited, and that answers. */
  readonly attendee: string;
  readonly organizer: string;
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
}

export type Sample = (given: SampleGiven) => Buffer;

const weekMs = 7 * 24 * 3_600_000;

/** When every sample was written: a week before the interview. */
const written = ({ start }: SampleGiven) => new Date(start.getTime() - weekMs);

export const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
export const inAmsterdam = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'Europe/Amsterdam' }).toFormat("yyyyMMdd'T'HHmmss");

export const stamp = (given: SampleGiven): string => utc(written(given));
export const mailDate = (given: SampleGiven): string => written(given).toUTCString().replace('GMT', '+0000');

/** Text as it travels: CRLF, without the line break that begins a literal. */
export const raw = (text: string): Buffer =>
  Buffer.from(text.replace(/^\n/, '').replaceAll(/\r?\n/g, '\r\n'), 'utf8');

/** The lines of a calendar object, folded. */
export const calendar = (lines: string): string =>
  Buffer.concat(lines.trim().split('\n').map(folded)).toString('utf8');

export const base64 = (content: string | Buffer): string =>
  base64Body(Buffer.from(content)).toString('latin1').trimEnd();
export const asBinary = (text: string): string =>
  quotedPrintableBinary(Buffer.from(text, 'utf8')).toString('latin1');
