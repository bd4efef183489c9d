/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { AppointmentMail } from '../../src/appointments/appointment-mail.service.js';
import { Appointment } from '../../src/appointments/appointment.entity.js';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded-postgres.js';
import { newId } from '../../src/kernel/database/new-id.js';
import { Delivery } from '../../src/mail/delivery.service.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import { compare, rateOf, type Line } from './measure.js';
import { plainInvitation } from './plain-invitation.js';
import { ProductOnServer } from './product-on-server.js';

/** Each is two mails: the respondent's and the interviewer's. */
const appointmentsPerRound = 40;
const mailsPerRound = 2 * appointmentsPerRound;
const hour = 3_600_000;
const rounds = 5;

/** From an appointment that is there to the last mail that the server has taken. */
export async function invitationsBench(server: EmbeddedPostgres): Promise<Line[]> {
  const sink = new Worker(new URL('./smtp-sink.ts', import.meta.url));
  const [{ port }] = (await once(sink, 'message')) as [AddressInfo];
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const product = await ProductOnServer.start(server, { smtpUrl });
  const respondents = await product.recruit(appointmentsPerRound, 'mail');
  const pool = createTransport({ pool: true, url: smtpUrl, maxConnections: 5 });
  const line = await compare({
    path: 'Invitations, from rows to the mail server',
    against: 'nodemailer and ical-generator, no outbox',
    rounds,
    ours: () => sendOurs(product, respondents),
    theirs: () =>
      rateOf(mailsPerRound, () => Promise.all(Array.from({ length: mailsPerRound }, () => sendPlain(pool)))),
  });
  sink.postMessage('how many?');
  const [received] = (await once(sink, 'message')) as [number];
  assert.equal(received, 2 * mailsPerRound * (rounds + 1));
  pool.close();
  await product.stop();
  await sink.terminate();
  return [line];
}

async function sendOurs(product: ProductOnServer, respondents: readonly string[]): Promise<number> {
  const appointments = await book(product, respondents);
  return rateOf(mailsPerRound, async () => {
    for (const id of appointments) {
      await product.within(() =>
        product.orm.em.transactional(async (em) =>
          product.get(AppointmentMail).booked(await em.findOneOrFail(Appointment, { id })),
        ),
      );
    }
    const waiting = { status: { $in: ['queued' as const, 'sending' as const] } };
    do await product.get(Delivery).deliverDue();
    while ((await product.orm.em.fork().count(OutboxMessage, waiting)) > 0);
  });
}

/** The rows only: what is measured here is the mail. */
async function book(
  { orm, scope: { studyId } }: ProductOnServer,
  respondents: readonly string[],
): Promise<string[]> {
  const em = orm.em.fork();
  const [member] = await em.find(TeamMember, { studyId });
  const startsAt = new Date('2027-02-02T09:00:00Z');
  const people = await em.find(Respondent, { id: { $in: [...respondents] } });
  const rows = people.map(({ id: respondentId, siteId }) => ({
    id: newId(),
    studyId,
    siteId,
    respondentId,
    interviewerId: member!.accountId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + hour),
    kind: 'interview' as const,
    mode: 'onsite' as const,
    status: 'scheduled' as const,
    createdAt: startsAt,
    version: 1,
  }));
  await em.insertMany(Appointment, rows);
  return rows.map(({ id }) => id);
}

function sendPlain(pool: ReturnType<typeof createTransport>): Promise<unknown> {
  const start = new Date('2027-02-02T09:00:00Z');
  const [organizer, attendee] = ['planning@localhost', 'persoon@example.org'];
  const description = 'Het gesprek duurt ongeveer een uur. '.repeat(12);
  const content = plainInvitation({
    uid: newId(),
    start,
    end: new Date(start.getTime() + hour),
    zone: 'Europe/Amsterdam',
    summary: 'Interview Sociale teams en de politie',
    description,
    organizer: { name: 'Veldwerk', address: organizer },
    attendee: { name: 'Persoon', address: attendee, partstat: 'NEEDS-ACTION' },
  });
  const html = `<!doctype html><html lang="nl"><body><p>${description.repeat(4)}</p></body></html>`;
  const mail = { from: organizer, to: attendee, subject: 'Uw interview is gepland', text: description, html };
  return pool.sendMail({ ...mail, icalEvent: { method: 'REQUEST', filename: 'invite.ics', content } });
}
