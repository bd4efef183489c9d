import { methodName, readCalendarObject, type CalendarObject } from './calendar-object.js';
import { calendarParts, calendarText } from './calendar-parts.js';
import type { MailContent, ReadingFault, ReplyComponent } from './incoming-mail.js';
import { zoneFinder } from './read-calendar-time.js';
import { readReplyComponent } from './read-reply-component.js';
import type { MailPart } from './mail/split-mail.js';

const MOST_EVENTS = 250;

/** What participants send (RFC 5546 section 3.2), what tells most first: another time proposed is an answer too. */
const ANSWERS = ['COUNTER', 'REPLY', 'REFRESH'];

/** Whether a message with this METHOD is one that participants send. */
export const isAnswer = (method: string): boolean => ANSWERS.includes(method);

interface Candidate {
  readonly method: string;
  readonly components: readonly ReplyComponent[];
  readonly fault: ReadingFault | null;
}

/**
 * Finds the one calendar part that counts, or undefined when none says what is to be done with it. An answer comes before
 * anything else, and METHOD inside decides which one it is (RFC 6047 section 2.4).
 */
export function chooseCalendarPart(parts: readonly MailPart[]): MailContent | undefined {
  const candidates = calendarParts(parts)
    .toSorted((one, other) => Number(saysMethod(other)) - Number(saysMethod(one)))
    .flatMap((part) => readCandidate(part) ?? []);
  const answers = ANSWERS.flatMap((method) => candidates.filter((candidate) => candidate.method === method));
  const differing = candidates.find(({ fault }) => fault === 'methods-differ');
  const chosen =
    differing ??
    answers.find(({ fault }) => fault === null) ??
    answers[0] ??
    candidates.find(({ fault }) => fault === null) ??
    candidates[0];
  if (chosen === undefined) return undefined;
  if (chosen.fault !== null) return { kind: 'faulty', fault: chosen.fault };
  const uids = answers.flatMap(({ components }) => components.map(({ uid }) => uid));
  if (new Set(uids).size > 1) return { kind: 'faulty', fault: 'several-events' };
  return { kind: 'calendar', method: chosen.method, components: chosen.components };
}

const saysMethod = ({ parameters }: MailPart): boolean => parameters.has('method');

function readCandidate(part: MailPart): Candidate | undefined {
  const stated = methodName(part.parameters.get('method') ?? '');
  const faulty = (fault: ReadingFault): Candidate => ({ method: stated, components: [], fault });
  const text = calendarText(part);
  if (text === undefined) return faulty('calendar-too-large');
  const object = readCalendarObject(text);
  if (object === undefined) return faulty('calendar-broken');
  const methods = new Set(stated === '' ? object.methods : [...object.methods, stated]);
  const [method] = methods;
  if (method === undefined) return undefined;
  if (methods.size > 1) return faulty('methods-differ');
  return readEvents(object, method);
}

/** Undefined where nothing stands that a calendar of appointments could take up, such as an answer to a task. */
function readEvents({ events, zones }: CalendarObject, method: string): Candidate | undefined {
  if (events.length === 0) return undefined;
  const faulty = (fault: ReadingFault): Candidate => ({ method, components: [], fault });
  if (isAnswer(method) && events.length > MOST_EVENTS) return faulty('calendar-too-large');
  const zoneOf = zoneFinder(zones);
  const all = events.slice(0, MOST_EVENTS).flatMap((event) => readReplyComponent(event, zoneOf) ?? []);
  const components = all.filter(({ uid }) => uid === all[0]?.uid);
  if (components.length === 0) return isAnswer(method) ? faulty('calendar-broken') : undefined;
  if (isAnswer(method) && components.length < all.length) return faulty('several-events');
  return { method, components, fault: null };
}
