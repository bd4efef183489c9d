import { AnsweredStudy, type Invited } from './answered-study.js';
import { answerKinds, methodOf, type AnswerKind } from './peers/answer-mail.js';
import { describeWithAnsweringPeers, HordePeer, KCalendarCorePeer } from './peers/answering-peers.js';
import { bareShape, clientShapes } from './peers/mail-shapes.js';

const kontact = new KCalendarCorePeer();
const horde = new HordePeer();
const peers = { KCalendarCore: kontact, Horde: horde };
type PeerName = keyof typeof peers;

/** Two days and a half hour later, which is neither the time that was set nor in the past. */
const laterBy = (2 * 24 + 0.5) * 3_600_000;
const later = (at: Date) => new Date(at.getTime() + laterBy);

/** The raw mail of the respondent, in their own name, that a peer answers with. */
function answerIn(
  shape: keyof typeof shapes,
  peer: PeerName,
  kind: AnswerKind,
  { request }: Invited,
): Buffer {
  const { attendee, organizer, summary, start, end } = request;
  const by = { ...attendee, ...(kind === 'COUNTER' && { start: later(start), end: later(end) }) };
  return shapes[shape]({
    kind,
    ics: peers[peer].answer(request.ics, kind, by),
    from: attendee,
    to: organizer,
    summary,
    sentAt: new Date(),
    invited: { start, end },
  });
}
const shapes = { ...clientShapes, bare: bareShape };

const combinations = (Object.keys(peers) as PeerName[]).flatMap((peer) =>
  answerKinds.flatMap((kind) =>
    (Object.keys(clientShapes) as (keyof typeof shapes)[]).map((shape) => ({ peer, kind, shape })),
  ),
);

describeWithAnsweringPeers('an invitation that a real calendar answers', () => {
  const study = new AnsweredStudy();
  const outcomes = new Map<string, Map<string, string>>();

  beforeAll(async () => {
    kontact.compile();
    await study.start();
  });
  afterAll(async () => {
    process.stderr.write(`${table(outcomes)}\n`);
    await study.stop();
  });

  /** Sends an answer to the product and holds what came of it to what its kind asks for. */
  async function expectUnderstood(
    row: string,
    column: string,
    kind: AnswerKind,
    invited: Invited,
    raw: Buffer,
  ) {
    const cells = outcomes.get(row) ?? new Map<string, string>();
    outcomes.set(row, cells.set(column, 'FAILED'));
    const { outcome, appointment } = await study.receive(raw);
    const shown = await study.show(invited.appointment);
    const answer = shown.participants.find((participant) => participant.kind === 'respondent')?.answer;
    cells.set(column, `${outcome}, ${answer}`);
    expect({ outcome, appointment }).toEqual({
      outcome: kind === 'COUNTER' ? 'proposal' : 'applied',
      appointment: invited.appointment.id,
    });
    expect([shown.start, shown.end]).toEqual([invited.appointment.start, invited.appointment.end]);
    if (methodOf(kind) === 'REPLY') expect(answer).toBe(kind.toLowerCase());
    if (kind === 'COUNTER') expect(['needs-action', 'tentative']).toContain(answer);
    if (kind === 'REFRESH') {
      expect(answer).toBe('needs-action');
      await expectSentAgain(invited);
    }
  }

  async function expectSentAgain({ request }: Invited) {
    const [, again, ...more] = await study.requestsTo(request.attendee.address, 2);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ uid: request.uid, sequence: request.sequence, start: request.start });
    expect(again!.stampedAt.getTime()).toBeGreaterThan(request.stampedAt.getTime());
  }

  it.each(combinations)('$peer answers $kind in the shape of $shape', async ({ peer, kind, shape }) => {
    const invited = await study.invite();
    const raw = answerIn(shape, peer, kind, invited);
    await expectUnderstood(`${peer} ${kind}`, shape, kind, invited, raw);
  });

  it.each(answerKinds)('KCalendarCore answers %s with a calendar object alone', async (kind) => {
    const invited = await study.invite();
    const raw = answerIn('bare', 'KCalendarCore', kind, invited);
    await expectUnderstood(`KCalendarCore ${kind}`, 'bare', kind, invited, raw);
  });

  it.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const)(
    'Horde answers %s in its own mail',
    async (kind) => {
      const invited = await study.invite();
      const raw = horde.message(invited.request.ics, kind, invited.request.attendee);
      await expectUnderstood(`Horde ${kind}`, 'its own', kind, invited, raw);
    },
  );
});

/** The outcome and the respondent's answer, one line for each peer and answer, one column for each shape. */
function table(outcomes: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const columns = [...new Set([...outcomes.values()].flatMap((cells) => [...cells.keys()]))];
  const rows = [...outcomes].map(([row, cells]) => [
    row,
    ...columns.map((column) => cells.get(column) ?? '-'),
  ]);
  const lines = [['answered by', ...columns], ...rows];
  const widths = [0, ...columns.map((_, at) => at + 1)].map((at) =>
    Math.max(...lines.map((line) => line[at]!.length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
