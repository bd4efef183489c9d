import { readCalendarObject } from '../calendar-object.js';
import { calendarParts, calendarText } from '../calendar-parts.js';
import { headerValues } from './mail-header.js';
import { messageIds } from './message-ids.js';
import { lineOf } from '../read-content-lines.js';
import { splitMail } from './split-mail.js';

/** What a returned message was. */
export interface ReturnedMessage {
  readonly messageIds: readonly string[];
  readonly uids: readonly string[];
}

const MOST_UIDS = 10;

/**
 * Finds out which of our messages came back, from its bytes as characters: whole, cut off, or only its header. The
 * calendar in it is our own, and nothing but its UID is taken from it.
 */
export function readReturnedMessage(message: string): ReturnedMessage {
  const { header, parts } = splitMail(message);
  const uids = calendarParts(parts)
    .map((part) => readCalendarObject(calendarText(part) ?? ''))
    .flatMap((calendar) => calendar?.events ?? [])
    .map((event) => lineOf(event, 'UID')?.value.trim() ?? '')
    .filter((uid) => uid !== '' && uid.length <= 255);
  return {
    messageIds: headerValues(header, 'message-id').flatMap(messageIds).slice(0, 1),
    uids: [...new Set(uids)].slice(0, MOST_UIDS),
  };
}
