import type { MailBlock, MailDocument, MailFact } from '../../src/mail/mail-document.js';
import type { MeetingChange } from '../../src/meetings/domain/meeting-changes.js';
import type { MeetingContent } from '../../src/meetings/domain/meeting-content.js';
import type { TimedAgenda } from '../../src/meetings/domain/timed-agenda.js';
import { formatDay, formatTime, formatTimeRange, type TimeStyle } from '../partials/format.js';
import { calendarTexts } from './calendar-texts.js';
import { changeText, meetingMailTexts as texts } from './meeting-mails.texts.js';

export interface MeetingMail extends TimeStyle {
  readonly studyTitle: string;
  readonly boardName: string;
  readonly name: string;
  /** The member's own page; null for who has left the board. */
  readonly url: string | null;
  /** A person of the team to turn to. */
  readonly contact: { readonly name: string; readonly email: string };
  readonly delivery: 'invite' | 'update' | 'cancel';
  /** A meeting with a date. */
  readonly content: MeetingContent;
  readonly agenda: TimedAgenda;
  readonly changes: readonly MeetingChange[];
  /** Of the agenda. */
  readonly number: number;
}

/** An invitation, a change or a cancellation, with the whole agenda in its text. */
export function meetingMail(mail: MeetingMail): MailDocument {
  const t = texts[mail.language];
  const { start } = momentOf(mail.content);
  const words = t[kindOf(mail)];
  const [day, time] = [formatDay(start, mail), formatTime(start, mail)];
  const blocks = [
    { kind: 'paragraph', text: words.intro(mail.studyTitle) } as const,
    { kind: 'facts', facts: factsOf(mail) } as const,
    ...changeBlocks(mail),
    ...agendaBlocks(mail),
    ...pageBlocks(mail),
  ];
  return {
    subject: words.subject(`${mail.boardName}: ${mail.content.title}`, day, time),
    preheader: `${day}, ${time}`,
    greeting: t.hello(mail.name),
    blocks,
    footer: [t.contact(mail.contact.name, mail.contact.email), t.why(mail.boardName, mail.studyTitle)],
  };
}

/** The answer to a member's proposal of another time that cannot be. */
export function refusedMeetingProposal(
  mail: Pick<
    MeetingMail,
    'studyTitle' | 'boardName' | 'name' | 'contact' | 'content' | 'language' | 'zone'
  > & {
    readonly url: string;
    readonly proposed: { readonly start: Date; readonly end: Date };
    /** Of the coordinator. */
    readonly words?: string | undefined;
  },
): MailDocument {
  const t = texts[mail.language];
  const { start, end } = momentOf(mail.content);
  const said = (from: Date, to: Date) => `${formatDay(from, mail)}, ${formatTimeRange(from, to, mail)}`;
  return {
    subject: t.refused.subject(`${mail.boardName}: ${mail.content.title}`, formatDay(start, mail)),
    greeting: t.hello(mail.name),
    blocks: [
      { kind: 'paragraph', text: t.refused.intro(said(mail.proposed.start, mail.proposed.end)) },
      ...(mail.words ? [{ kind: 'paragraph', text: mail.words } as const] : []),
      { kind: 'facts', facts: [{ label: t.meeting, value: said(start, end) }] },
      { kind: 'button', label: t.page, url: mail.url },
    ],
    footer: [t.contact(mail.contact.name, mail.contact.email), t.why(mail.boardName, mail.studyTitle)],
  };
}

/** What the entry says in a member's calendar: titles and times, no names. */
export function meetingEntry(
  about: Pick<MeetingMail, 'language' | 'zone' | 'studyTitle' | 'boardName' | 'content' | 'agenda'>,
) {
  const { content } = about;
  const lines = about.agenda.map(({ item, start }) => `${formatTime(start!, about)} ${item.title}`);
  const location = placeText(content);
  return {
    summary: `${about.boardName}: ${content.title}`,
    description: [
      calendarTexts[about.language].meeting(about.studyTitle),
      ...(lines.length ? ['', ...lines] : []),
    ].join('\n'),
    ...(location && { location }),
  };
}

type Kind = 'invited' | 'changed' | 'moved' | 'again' | 'cancelled';

function kindOf({ delivery, changes }: MeetingMail): Kind {
  if (delivery === 'invite') return 'invited';
  if (delivery === 'cancel') return 'cancelled';
  if (changes.length === 0) return 'again';
  return changes.some(({ kind }) => kind === 'start' || kind === 'end') ? 'moved' : 'changed';
}

const momentOf = ({ start, end }: MeetingContent) => ({ start: new Date(start!), end: new Date(end!) });

const placeText = ({ place, videoUrl }: MeetingContent) =>
  place && videoUrl ? `${place} (${videoUrl})` : (place ?? videoUrl ?? '');

function factsOf(mail: MeetingMail): MailFact[] {
  const t = texts[mail.language];
  const { start, end } = momentOf(mail.content);
  const { place, videoUrl, title } = mail.content;
  return [
    { label: t.meeting, value: title },
    { label: t.day, value: formatDay(start, mail) },
    { label: t.time, value: formatTimeRange(start, end, mail) },
    ...(place ? [{ label: t.place, value: place }] : []),
    ...(videoUrl ? [{ label: t.video, value: videoUrl }] : []),
  ];
}

function changeBlocks({ language, changes, delivery }: MeetingMail): MailBlock[] {
  if (delivery !== 'update' || changes.length === 0) return [];
  const items = changes.map((change) => changeText(change, language));
  return [
    { kind: 'heading', text: texts[language].changes },
    { kind: 'list', items },
  ];
}

function agendaBlocks(mail: MeetingMail): MailBlock[] {
  const t = texts[mail.language];
  if (mail.delivery === 'cancel' || mail.content.items.length === 0) return [];
  const items = mail.agenda.map(({ item, start }) => ({
    time: formatTime(start!, mail),
    title: item.title,
    details: [
      ...(item.presenter ? [item.presenter] : []),
      t.minutes(item.minutes),
      t.purpose[item.purpose],
      ...(item.note ? [item.note] : []),
    ],
  }));
  return [
    { kind: 'heading', text: t.agenda(mail.number) },
    { kind: 'agenda', columns: { time: t.time, item: t.item }, items },
  ];
}

function pageBlocks({ language, url, delivery }: MeetingMail): MailBlock[] {
  const t = texts[language];
  if (!url) return [];
  if (delivery === 'cancel') return [{ kind: 'link', label: t.page, url }];
  return [
    { kind: 'button', label: t.answer, url },
    { kind: 'paragraph', text: t.howToAnswer },
  ];
}
