import { isUtcTime } from './check-event-times.js';
import { propertiesOf, type Component, type ContentLine } from './component-tree.js';
import type { EventFaultCode, OutgoingFault, OutgoingMethod } from './outgoing-fault.js';

type Counts = Readonly<Record<string, readonly [least: number, most: number]>>;

const ONCE = [1, 1] as const;
const OPTIONAL = [0, 1] as const;
const NEVER = [0, 0] as const;

const EVERY_EVENT: Counts = {
  UID: ONCE,
  DTSTAMP: ONCE,
  ORGANIZER: ONCE,
  ATTENDEE: ONCE,
  DTSTART: ONCE,
  DTEND: ONCE,
  SUMMARY: ONCE,
  SEQUENCE: ONCE,
  STATUS: ONCE,
  DESCRIPTION: OPTIONAL,
  LOCATION: OPTIONAL,
  URL: OPTIONAL,
  'LAST-MODIFIED': OPTIONAL,
  CLASS: OPTIONAL,
  TRANSP: OPTIONAL,
  'X-MICROSOFT-CDO-BUSYSTATUS': OPTIONAL,
  DURATION: NEVER,
  RRULE: NEVER,
  RDATE: NEVER,
  EXDATE: NEVER,
  'RECURRENCE-ID': NEVER,
  'REQUEST-STATUS': NEVER,
};

/** How often each property stands in an event (RFC 5546 section 3.2), for one appointment of one person. */
const COUNTS: Readonly<Record<OutgoingMethod, Counts>> = {
  REQUEST: EVERY_EVENT,
  CANCEL: EVERY_EVENT,
  PUBLISH: { ...EVERY_EVENT, ATTENDEE: NEVER },
  DECLINECOUNTER: {
    ...Object.fromEntries(Object.keys(EVERY_EVENT).map((name) => [name, NEVER])),
    UID: ONCE,
    DTSTAMP: ONCE,
    ORGANIZER: ONCE,
  },
};

const MAILTO = /^mailto:[^\s@,;:<>"\\]+@[^\s@,;:<>"\\]+$/;
const TEXT = /^(?:[^\\;,]|\\[\\;,nN])*$/su;
const TEXT_PROPERTIES = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT'];
const STATUSES: Readonly<Record<OutgoingMethod, readonly string[]>> = {
  REQUEST: ['CONFIRMED', 'TENTATIVE'],
  CANCEL: ['CANCELLED'],
  PUBLISH: ['CONFIRMED', 'TENTATIVE', 'CANCELLED'],
  DECLINECOUNTER: [],
};
const PARTSTATS = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'];

interface ValueRule {
  readonly properties: readonly string[];
  readonly code: EventFaultCode;
  readonly sentence: string;
  readonly holds: (line: ContentLine, method: OutgoingMethod) => boolean;
}

const RULES: readonly ValueRule[] = [
  {
    properties: ['UID'],
    code: 'uid',
    sentence: 'UID holds other characters than letters, digits and @ . _ -.',
    holds: ({ value }) => /^[A-Za-z0-9@._-]{1,255}$/.test(value),
  },
  {
    properties: ['DTSTAMP', 'LAST-MODIFIED'],
    code: 'stamp',
    sentence: 'DTSTAMP or LAST-MODIFIED is not a UTC time.',
    holds: ({ value, parameters }) => parameters.size === 0 && isUtcTime(value),
  },
  {
    properties: ['SEQUENCE'],
    code: 'sequence',
    sentence: 'SEQUENCE is not a number from 0 to 2147483647.',
    holds: ({ value }) => /^\d{1,10}$/.test(value) && Number(value) <= 2_147_483_647,
  },
  {
    properties: ['ORGANIZER'],
    code: 'organizer',
    sentence: 'ORGANIZER is not one bare mailto: address without SENT-BY.',
    holds: ({ value, parameters }) => MAILTO.test(value) && !parameters.has('SENT-BY'),
  },
  {
    properties: ['ATTENDEE'],
    code: 'attendee',
    sentence: 'ATTENDEE is not one bare mailto: address.',
    holds: ({ value }) => MAILTO.test(value),
  },
  {
    properties: ['ATTENDEE'],
    code: 'answer',
    sentence: 'The PARTSTAT and RSVP of ATTENDEE do not fit the method.',
    holds: (line, method) => asksRightly(line, method),
  },
  {
    properties: ['STATUS'],
    code: 'status',
    sentence: 'STATUS does not fit the method.',
    holds: ({ value }, method) => STATUSES[method].includes(value),
  },
  {
    properties: TEXT_PROPERTIES,
    code: 'text',
    sentence: 'A text holds a comma, semicolon or backslash that is not escaped.',
    holds: ({ value }) => TEXT.test(value),
  },
];

/** A cancellation asks nothing; an invitation says whether it asks, and always asks who has not answered. */
function asksRightly({ parameters }: ContentLine, method: OutgoingMethod): boolean {
  const rsvp = parameters.get('RSVP');
  if (method === 'CANCEL') return rsvp === undefined;
  const partstat = parameters.get('PARTSTAT') ?? '';
  return (
    PARTSTATS.includes(partstat) && (rsvp === 'TRUE' || (rsvp === 'FALSE' && partstat !== 'NEEDS-ACTION'))
  );
}

/** Checks how often each property of an event stands there, and what each says; its times apart. */
export function checkEvent(event: Component, method: OutgoingMethod): OutgoingFault[] {
  const counted = Object.entries(COUNTS[method]).flatMap(([name, [least, most]]): OutgoingFault[] => {
    const count = propertiesOf(event, name).length;
    if (count >= least && count <= most) return [];
    return [{ code: 'property-count', sentence: `${name} stands ${count} times in a ${method}.` }];
  });
  const broken = RULES.filter((rule) =>
    event.properties.some((line) => rule.properties.includes(line.name) && !rule.holds(line, method)),
  );
  return [...counted, ...broken.map(({ code, sentence }) => ({ code, sentence }))];
}
