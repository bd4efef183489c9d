import type { LivedInStudy } from '../support/lived-in-study.js';

/**
 * Who gets an answer: anybody; whoever holds the link; whoever signed in; the owner of the installation; everybody in
 * the study's team; those in it who see single respondents (no observer); those who plan it; those who plan any study.
 */
export type Who =
  'anybody' | 'link' | 'signed-in' | 'installation' | 'team' | 'seeing' | 'planning' | 'planning-somewhere';

export interface RouteRule {
  readonly who: Who;
  /** JSON under /api, else a form. Complete, so that a refusal is about the person and never about the body. */
  readonly body?: object | string;
  /** What `:id` stands for. */
  readonly id?: (study: Subjects) => string;
  readonly query?: string;
}

/** Ids and links that the addresses are filled in with. */
export interface Subjects extends LivedInStudy {
  readonly member: string;
  /** An appointment of another interviewer than the one who reads. */
  readonly heldByOther: string;
  readonly sentMail: string;
  readonly studyFile: string;
}

const respondent = ({ waiting }: Subjects): string => waiting.id;
const appointment = ({ booked }: Subjects): string => booked.appointment;
/** An interview of somebody else than the interviewer who asks. */
const held = ({ heldByOther }: Subjects): string => heldByOther;
const meeting = (study: Subjects): string => study.meeting;
const captured = ({ mail }: Subjects): string => mail;
const sent = ({ sentMail }: Subjects): string => sentMail;
const proposal = ({ received }: Subjects): string => received.proposal;
const fromOtherAddress = ({ received }: Subjects): string => received.otherAddress;
const wrote = ({ received }: Subjects): string => received.words;
const calendar = ({ calendars }: Subjects): string => calendars.failing;
const spareCalendar = ({ calendars }: Subjects): string => calendars.spare;
const list = 'site;role;name\nZWO;SW;Bo\n';
const letter = 'From: An <an@example.com>\r\nSubject: Vraag\r\n\r\nKan het later?\r\n';
const moment = { start: '2027-02-02T10:00:00+01:00' };
const planning = { who: 'planning' } as const;
const team = { who: 'team' } as const;
const seeing = { who: 'seeing' } as const;
const signedIn = { who: 'signed-in' } as const;
const anybody = { who: 'anybody' } as const;
const link = { who: 'link' } as const;

const api: Readonly<Record<string, RouteRule>> = {
  'GET /api/openapi.json': anybody,
  'POST /api/v1/sessions': { ...anybody, body: { email: 'x@example.org', password: '' } },
  'DELETE /api/v1/sessions/current': signedIn,
  'GET /api/v1/studies': signedIn,
  'POST /api/v1/studies': { who: 'installation', body: 'studyFile' },
  'GET /api/v1/studies/:study': team,
  'PUT /api/v1/studies/:study': { ...planning, body: 'studyFile' },
  'GET /api/v1/studies/:study/definition': planning,
  'GET /api/v1/studies/:study/sample': team,
  'GET /api/v1/studies/:study/sites': team,
  'PATCH /api/v1/studies/:study/sites/:site': { ...planning, body: { permission: 'granted' } },
  'GET /api/v1/studies/:study/respondents': seeing,
  'POST /api/v1/studies/:study/respondents': { ...planning, body: { site: 'ZWO', role: 'SW', name: 'An' } },
  'POST /api/v1/studies/:study/respondents/import': { ...planning, body: list },
  'GET /api/v1/respondents/:id': { ...seeing, id: respondent },
  'PATCH /api/v1/respondents/:id': { ...planning, id: respondent, body: { language: 'nl' } },
  'POST /api/v1/respondents/:id/offers': { ...planning, id: respondent, body: { count: 2 } },
  'GET /api/v1/studies/:study/slots': team,
  'GET /api/v1/studies/:study/appointments': seeing,
  'POST /api/v1/studies/:study/appointments': {
    ...planning,
    body: { kind: 'observation', site: 'UTR', interviewer: 'member', outsideRules: true, ...moment },
  },
  'GET /api/v1/appointments/:id': { ...seeing, id: appointment },
  'GET /api/v1/appointments/:id.ics': { ...seeing, id: appointment },
  'POST /api/v1/appointments/:id/move': { ...planning, id: appointment, body: moment },
  'POST /api/v1/appointments/:id/cancel': { ...planning, id: appointment, body: {} },
  'POST /api/v1/appointments/:id/offer-anew': { ...planning, id: appointment },
  'POST /api/v1/appointments/:id/complete': { ...planning, id: held },
  'POST /api/v1/appointments/:id/no-show': { ...planning, id: held },
  'POST /api/v1/appointments/:id/reopen': { ...planning, id: held },
  'GET /api/v1/studies/:study/feeds': team,
  'POST /api/v1/studies/:study/feeds': { ...team, body: { feed: 'account' } },
  'DELETE /api/v1/studies/:study/feeds/:feed': team,
  'GET /api/v1/studies/:study/meetings': team,
  'POST /api/v1/studies/:study/meetings': { ...planning, body: { title: 'Extra', durationMinutes: 60 } },
  'GET /api/v1/meetings/:id': { ...team, id: meeting },
  'PATCH /api/v1/meetings/:id': { ...planning, id: meeting, body: { place: 'Zaal 2' } },
  'POST /api/v1/meetings/:id/schedule': { ...planning, id: meeting, body: moment },
  'PUT /api/v1/meetings/:id/agenda': { ...planning, id: meeting, body: { version: 1, items: [] } },
  'POST /api/v1/meetings/:id/agenda/send': { ...planning, id: meeting, body: {} },
  'POST /api/v1/meetings/:id/cancel': { ...planning, id: meeting, body: {} },
  'GET /api/v1/studies/:study/outbox': seeing,
  'POST /api/v1/studies/:study/outbox/:id/send-again': { ...planning, id: sent },
  'GET /api/v1/team/:member/availability': { ...planning, query: '?study=STP' },
  'PUT /api/v1/team/:member/availability': {
    ...planning,
    query: '?study=STP',
    body: { weekly: { monday: ['09:00-12:00'] }, exceptions: [] },
  },
  'GET /api/v1/team/:member/busy-calendars': { ...planning, query: '?study=STP' },
  'POST /api/v1/team/:member/busy-calendars': {
    ...planning,
    query: '?study=STP',
    body: { url: 'http://127.0.0.1/agenda.ics' },
  },
  'POST /api/v1/team/:member/busy-calendars/:id/fetch': { ...planning, id: calendar, query: '?study=STP' },
  'DELETE /api/v1/team/:member/busy-calendars/:id': { ...planning, id: spareCalendar, query: '?study=STP' },
};

const onStudy: Readonly<Record<string, RouteRule>> = {
  'GET /studies/:study': team,
  'GET /studies/:study/sample': team,
  'GET /studies/:study/sites': team,
  'POST /studies/:study/sites/:site/permission': { ...planning, body: { permission: 'granted' } },
  'GET /studies/:study/definition': planning,
  'GET /studies/:study/study.yaml': planning,
  'POST /studies/:study/definition/preview': planning,
  'POST /studies/:study/definition': planning,
  'GET /studies/:study/team': team,
  'POST /studies/:study/team/:member/invite': planning,
  'GET /studies/:study/team/:member': planning,
  'POST /studies/:study/team/:member/hours': planning,
  'POST /studies/:study/team/:member/dates': planning,
  'POST /studies/:study/team/:member/dates/remove': { ...planning, body: { date: '2027-02-02' } },
  'GET /studies/:study/feeds': team,
  'POST /studies/:study/feeds': { ...team, body: { feed: 'account' } },
  'POST /studies/:study/feeds/replace': { ...team, body: { feed: 'account' } },
  'POST /studies/:study/feeds/close': { ...team, body: { feed: 'account' } },
  'GET /studies/:study/team/:member/calendars': planning,
  'POST /studies/:study/team/:member/calendars': planning,
  'POST /studies/:study/team/:member/calendars/upload': planning,
  'GET /studies/:study/team/:member/calendars/:id': { ...planning, id: calendar },
  'POST /studies/:study/team/:member/calendars/:id/fetch': { ...planning, id: calendar },
  'POST /studies/:study/team/:member/calendars/:id/rename': {
    ...planning,
    id: calendar,
    body: { label: 'Werk' },
  },
  'POST /studies/:study/team/:member/calendars/:id/disconnect': { ...planning, id: spareCalendar },
  'GET /studies/:study/outbox': seeing,
  'POST /studies/:study/outbox/:id/send-again': { ...planning, id: sent },
};

const onRespondents: Readonly<Record<string, RouteRule>> = {
  'GET /studies/:study/respondents': seeing,
  'POST /studies/:study/respondents': planning,
  'GET /studies/:study/respondents/new': planning,
  'POST /studies/:study/respondents/find': planning,
  'GET /studies/:study/respondents/import': planning,
  'POST /studies/:study/respondents/import': planning,
  'POST /studies/:study/respondents/import/confirm': { ...planning, body: { content: btoa(list) } },
  'GET /studies/:study/respondents/:id': { ...seeing, id: respondent },
  'GET /studies/:study/respondents/:id/edit': { ...planning, id: respondent },
  'POST /studies/:study/respondents/:id/edit': { ...planning, id: respondent },
  'POST /studies/:study/respondents/:id/status': { ...planning, id: respondent, body: { status: 'agreed' } },
  'POST /studies/:study/respondents/:id/status/undo': { ...planning, id: respondent },
  'GET /studies/:study/respondents/:id/offer': { ...planning, id: respondent },
  'GET /studies/:study/respondents/:id/offer/preview': { ...planning, id: respondent, query: '?count=2' },
  'POST /studies/:study/respondents/:id/offer': {
    ...planning,
    id: respondent,
    body: { slot: '2027-02-02T09:00:00.000Z|member', expiresAt: '2027-02-01T09:00:00Z' },
  },
  'POST /studies/:study/respondents/:id/offer/withdraw': { ...planning, id: respondent },
};

const onAppointments: Readonly<Record<string, RouteRule>> = {
  'GET /studies/:study/appointments': seeing,
  'GET /studies/:study/appointments/new': planning,
  'POST /studies/:study/appointments/new': planning,
  'GET /studies/:study/appointments/:id': { ...seeing, id: appointment },
  'GET /studies/:study/appointments/:id.ics': { ...seeing, id: appointment },
  'GET /studies/:study/appointments/:id/move': { ...planning, id: appointment },
  'POST /studies/:study/appointments/:id/move': { ...planning, id: appointment },
  'GET /studies/:study/appointments/:id/cancel': { ...planning, id: appointment },
  'POST /studies/:study/appointments/:id/offer-anew': { ...planning, id: appointment },
  'POST /studies/:study/appointments/:id/cancel': { ...planning, id: appointment },
  'POST /studies/:study/appointments/:id/complete': { ...planning, id: held },
  'POST /studies/:study/appointments/:id/no-show': { ...planning, id: held },
  'POST /studies/:study/appointments/:id/reopen': { ...planning, id: held },
};

const onInbox: Readonly<Record<string, RouteRule>> = {
  'POST /api/v1/inbound-mail': { who: 'planning-somewhere', body: letter },
  'GET /api/v1/studies/:study/inbox': planning,
  'POST /api/v1/studies/:study/inbox/:id/accept': { ...planning, id: proposal, body: {} },
  'POST /api/v1/studies/:study/inbox/:id/refuse': { ...planning, id: proposal, body: {} },
  'POST /api/v1/studies/:study/inbox/:id/recognise': { ...planning, id: fromOtherAddress },
  'POST /api/v1/studies/:study/inbox/:id/dismiss': { ...planning, id: wrote },
  'POST /api/v1/studies/:study/inbox/:id/reopen': { ...planning, id: wrote },
  'GET /studies/:study/inbox': planning,
  'POST /studies/:study/inbox/:id/accept': { ...planning, id: proposal },
  'POST /studies/:study/inbox/:id/refuse': { ...planning, id: proposal },
  'POST /studies/:study/inbox/:id/recognise': { ...planning, id: fromOtherAddress },
  'POST /studies/:study/inbox/:id/dismiss': { ...planning, id: wrote },
  'POST /studies/:study/inbox/:id/reopen': { ...planning, id: wrote },
};

const onBoard: Readonly<Record<string, RouteRule>> = {
  'GET /studies/:study/board': team,
  'GET /studies/:study/board/meetings/new': planning,
  'POST /studies/:study/board/meetings': planning,
  'GET /studies/:study/board/meetings/:id': { ...team, id: meeting },
  'GET /studies/:study/board/meetings/:id/edit': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/edit': { ...planning, id: meeting },
  'GET /studies/:study/board/meetings/:id/cancel': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/cancel': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/close': { ...planning, id: meeting },
  'GET /studies/:study/board/meetings/:id/send': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/send': { ...planning, id: meeting },
  'GET /studies/:study/board/meetings/:id/items/new': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/items': { ...planning, id: meeting },
  'GET /studies/:study/board/meetings/:id/items/:item': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/items/:item': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/items/:item/remove': { ...planning, id: meeting },
  'POST /studies/:study/board/meetings/:id/items/:item/move': { ...planning, id: meeting },
};

const elsewhere: Readonly<Record<string, RouteRule>> = {
  'GET /': signedIn,
  'GET /studies': signedIn,
  'GET /studies/new': { who: 'installation' },
  'GET /studies/example.yaml': signedIn,
  'POST /studies': { who: 'installation' },
  'GET /account': signedIn,
  'POST /account/language': signedIn,
  'POST /account/password': signedIn,
  'POST /account/sessions/end-others': signedIn,
  'POST /sign-out': signedIn,
  'GET /mailbox': { who: 'installation' },
  'GET /mailbox/:id': { who: 'installation', id: captured },
  'GET /mailbox/:id/html': { who: 'installation', id: captured },
  'GET /mailbox/:id/message.eml': { who: 'installation', id: captured },
  'GET /sign-in': anybody,
  'POST /sign-in': anybody,
  'GET /forgot': anybody,
  'POST /forgot': anybody,
  'POST /language': { ...anybody, body: { language: 'nl' } },
  'POST /theme': { ...anybody, body: { theme: 'auto' } },
  'GET /health/live': anybody,
  'GET /health/ready': anybody,
  'GET /metrics': anybody,
};

const byLink: Readonly<Record<string, RouteRule>> = {
  'GET /welcome/:token': link,
  'POST /welcome/:token': link,
  'GET /r/:token': link,
  'GET /r/:token/check': { ...link, query: '?slot=none' },
  'POST /r/:token/accept': link,
  'GET /r/:token/decline': link,
  'POST /r/:token/decline': link,
  'POST /r/:token/propose': link,
  'GET /r/:token/cancel': link,
  'POST /r/:token/cancel': link,
  'GET /r/:token/mail': link,
  'POST /r/:token/mail': { ...link, body: { mail: 'stop' } },
  'GET /r/:token/appointment.ics': link,
  'GET /m/:token': link,
  'POST /m/:token/meetings/:id/answer': { ...link, id: meeting },
  'GET /m/:token/meetings/:id.ics': { ...link, id: meeting },
  'POST /m/:token/feed': link,
  'POST /m/:token/feed/replace': link,
  'POST /m/:token/feed/close': link,
  'GET /calendars/:token.ics': link,
};

/** Every route, and who gets an answer. Planning pages of one's own hours and outcomes have tests of their own. */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  ...api,
  ...onStudy,
  ...onRespondents,
  ...onAppointments,
  ...onInbox,
  ...onBoard,
  ...elsewhere,
  ...byLink,
};
