import { Appointment } from '../../src/appointments/appointment.entity.js';
import type { Answer } from '../../src/calendar/invitation.entity.js';
import { Invitations } from '../../src/calendar/invitations.service.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { Vault } from '../../src/vault/vault.service.js';
import { givenRespondents } from './given-respondents.js';
import type { StudyApp } from './study-app.js';

/** A respondent who was invited for an interview, and how their calendar names that. */
export interface Invited {
  readonly uid: string;
  readonly address: string;
}

const hour = 3_600_000;
/** As long after any test is run as fieldwork is planned ahead. */
const month = 30 * 24 * hour;

/** So many respondents with an interview each, one after the other from next month, and an invitation at SEQUENCE 0. */
export async function givenInvited(app: StudyApp, count: number): Promise<readonly Invited[]> {
  await givenRespondents(app, count);
  return app.within(() =>
    app.database.orm.em.transactional(async (em) => {
      const respondents = await em.find(Respondent, {}, { orderBy: { number: 'asc' } });
      const ids = respondents.map(({ contactId }) => contactId!);
      const contacts = await app.get(Vault).readMany(ids, { actorId: null, reason: 'a test' });
      const { accountId } = await em.findOneOrFail(TeamMember, { email: 'onderzoeker2@example.org' });
      const invited: Invited[] = [];
      for (const [index, respondent] of respondents.entries()) {
        const start = new Date(Math.ceil(Date.now() / hour) * hour + month + 2 * index * hour);
        const address = contacts.get(respondent.contactId!)!.email!;
        invited.push(await invite(app, { respondent, interviewerId: accountId, start, address }));
      }
      return invited;
    }),
  );
}

interface Interview {
  readonly respondent: Respondent;
  readonly interviewerId: string;
  readonly start: Date;
  readonly address: string;
}

async function invite(
  app: StudyApp,
  { respondent, interviewerId, start, address }: Interview,
): Promise<Invited> {
  const { em } = app.database.orm;
  const { id, studyId, siteId } = respondent;
  const end = new Date(start.getTime() + hour);
  const appointment = em.create(Appointment, {
    studyId,
    siteId,
    respondentId: id,
    interviewerId,
    startsAt: start,
    endsAt: end,
    kind: 'interview',
    mode: 'phone',
  });
  await em.persist(appointment).flush();
  const participant = { kind: 'respondent', id, address } as const;
  const { content } = await app.get(Invitations).invite(participant, {
    studyId,
    subject: 'appointment',
    subjectId: appointment.id,
    start,
    end,
    zone: 'Europe/Amsterdam',
    summary: 'Interview',
    description: 'Een gesprek van een uur.',
  });
  return { uid: /^UID:(.+)\r$/m.exec(content)![1]!, address };
}

const partstats = { accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' } as const;

/** The mail by which a calendar program answers an invitation. */
export function replyTo({ uid, address }: Invited, answer: Exclude<Answer, 'needs-action'>): string {
  const partstat = partstats[answer];
  const boundary = `part-${uid}`;
  const lines = [
    `From: ${address}`,
    'To: planning@localhost',
    `Subject: ${partstat}: Interview`,
    `Message-ID: <${uid}-${answer}@calendar.example.org>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Antwoord uit de agenda.',
    `--${boundary}`,
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: 7bit',
    '',
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//Calendar 1.0//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    'SEQUENCE:0',
    'ORGANIZER:mailto:planning@localhost',
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`,
    'END:VEVENT',
    'END:VCALENDAR',
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}
