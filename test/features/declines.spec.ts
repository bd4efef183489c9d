import { Invitation } from '../../src/calendar/invitation.entity.js';
import { FollowDeclines } from '../../src/inbox/follow-declines.jobs.js';
import { MailReceiver } from '../../src/inbox/mail-receiver.service.js';
import { OutboxMessage } from '../../src/mail/outbox-message.entity.js';
import { RunningProduct } from '../support/running-product.js';
import { sampleMessages } from '../calendar/sample-messages.js';

interface View {
  readonly id: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly respondent: { readonly id: string };
  readonly participants: readonly { readonly kind: string; readonly answer: string }[];
}

describe('an interview that its respondent declines in their calendar', () => {
  let product: RunningProduct;
  const respondents: string[] = [];

  beforeAll(async () => {
    product = await RunningProduct.start();
    const { items } = await product.api<{ items: { id: string }[] }>('GET', '/studies/STP/respondents');
    respondents.push(...items.map(({ id }) => id));
  });
  afterAll(() => product.stop());

  const booked = async (): Promise<View> => {
    const respondent = respondents.shift()!;
    const [slot] = await product.api<{ start: string; interviewer: string }[]>(
      'GET',
      `/studies/STP/slots?respondent=${respondent}&limit=1`,
    );
    return product.api<View>('POST', '/studies/STP/appointments', { kind: 'interview', respondent, ...slot });
  };
  const invitationOf = ({ id }: View) =>
    product.orm.em.fork().findOneOrFail(Invitation, { subjectId: id, participantKind: 'respondent' });
  const decline = async (appointment: View): Promise<string> => {
    const { uid, sequence } = await invitationOf(appointment);
    const { contact } = await product.api<{ contact: { email: string } }>(
      'GET',
      `/respondents/${appointment.respondent.id}`,
    );
    const raw = sampleMessages.nextcloudReply({
      uid,
      sequence,
      attendee: contact.email,
      organizer: 'planning@localhost',
      start: new Date(appointment.start),
      end: new Date(appointment.end),
    });
    const declined = raw.toString('latin1').replaceAll(/PARTSTAT=[A-Z-]+/g, 'PARTSTAT=DECLINED');
    const { outcome } = await product.get(MailReceiver).take(Buffer.from(declined, 'latin1'));
    return outcome;
  };
  const show = ({ id }: View) => product.api<View>('GET', `/appointments/${id}`);
  const kindsOfMail = async () =>
    (await product.orm.em.fork().find(OutboxMessage, {}, { orderBy: { id: 1 } })).map(({ kind }) => kind);
  const wish = (onDecline: string) =>
    product.orm.em
      .fork()
      .execute(`update study set interviews = interviews || jsonb_build_object('onDecline', ?::text)`, [
        onDecline,
      ]);
  const follow = () => product.within(() => product.get(FollowDeclines).follow());

  it('stands until somebody acts, and who plans is told once', async () => {
    const appointment = await booked();
    expect(await decline(appointment)).toBe('applied');
    await follow();
    const shown = await show(appointment);
    expect(shown).toMatchObject({ status: 'scheduled' });
    expect(shown.participants).toContainEqual(
      expect.objectContaining({ kind: 'respondent', answer: 'declined' }),
    );
    expect((await kindsOfMail()).filter((kind) => kind === 'answer-declined')).toHaveLength(1);
  });

  it('is cancelled and offered anew with one action', async () => {
    const appointment = await booked();
    await decline(appointment);
    const after = await product.api<View>('POST', `/appointments/${appointment.id}/offer-anew`);
    expect(after.status).toBe('cancelled');
    expect((await kindsOfMail()).slice(-3)).toEqual([
      'interviewer-cancelled',
      'appointment-cancelled',
      'offer',
    ]);
  });

  it('is cancelled by the study where it says so, once', async () => {
    const appointment = await booked();
    await decline(appointment);
    await wish('cancel');
    await Promise.all([follow(), follow()]);
    await wish('notify');
    expect(await show(appointment)).toMatchObject({ status: 'cancelled' });
    expect((await kindsOfMail()).filter((kind) => kind === 'appointment-cancelled')).toHaveLength(3);
  });

  it('is offered anew by the study where it says so, and stays when nothing can be offered', async () => {
    const [first, second] = [await booked(), await booked()];
    await decline(first);
    await decline(second);
    await product.orm.em
      .fork()
      .execute(`update respondent set windows = '{"weekly":{}}' where id = ?`, [second.respondent.id]);
    await wish('offer-anew');
    await follow();
    await wish('notify');
    expect(await show(first)).toMatchObject({ status: 'cancelled' });
    expect((await kindsOfMail()).at(-1)).toBe('offer');
    expect(await show(second)).toMatchObject({ status: 'scheduled' });
  });
});
