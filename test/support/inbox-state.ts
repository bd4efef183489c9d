import type { MailOutcome, OutcomeReason } from '../../src/calendar/itip/mail-outcome.js';
import type { InboxStudy } from './inbox-study.js';

/** Everything that mail could change, in one cheap query. */
export interface InboxState {
  /** What each invitation says somebody answered, by its id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Everything else of each invitation, without how often it was sent again. */
  readonly invitations: Readonly<Record<string, string>>;
  /** How often each invitation was sent again, and since when. */
  readonly sentAgain: Readonly<Record<string, string>>;
  /** One digest of all that no mail may ever change. */
  readonly untouchable: string;
  readonly mails: number;
  readonly bounced: number;
  readonly facts: number;
  readonly messages: number;
  readonly superseded: number;
  /** Messages that only a person can have settled. */
  readonly settled: number;
}

const untouchable = [
  'account',
  'appointment',
  'board_member',
  'consent_answer',
  'contact_details',
  'known_address',
  'meeting',
  'offer',
  'reservation',
  'respondent',
  'site',
  'study',
  'study_role',
  'team_member',
];

const answerColumns = `answer, answered_at, answered_by, last_answer, answer_sequence, answer_stamped_at, answer_note,
  substitute_index, substitute_answer`;

const query = `
  select
    (select json_object_agg(id, md5(row(${answerColumns})::text)) from invitation) as answers,
    (select json_object_agg(id, md5(row(uid, subject, subject_id, participant_kind, participant_id, sequence,
       significant_sequence, cancelled_at)::text)) from invitation) as invitations,
    (select json_object_agg(id, md5(row(sent_again, sent_again_since, sent_digest)::text)) from invitation) as "sentAgain",
    md5(concat(${untouchable
      .map((table) => `(select string_agg(t::text, '' order by t::text) from ${table} t)`)
      .join(', ')})) as untouchable,
    (select count(*)::int from outbox_message) as mails,
    (select count(*)::int from outbox_message where status = 'bounced') as bounced,
    (select count(*)::int from ledger_entry) as facts,
    count(*)::int as messages,
    count(*) filter (where status = 'superseded')::int as superseded,
    count(*) filter (where status in ('accepted', 'refused', 'recognised', 'dismissed'))::int as settled
  from incoming_message`;

export async function stateOf(study: InboxStudy): Promise<InboxState> {
  const [state] = await study.rows<InboxState>(query);
  return state!;
}

/** What an outcome allows. */
interface Allowed {
  /** Of the invitation that the mail is about, and of no other. */
  readonly answer?: true;
  readonly sentAgain?: true;
  readonly mail?: true;
  readonly fact?: true;
  readonly bounce?: true;
  readonly supersede?: true;
}

const allowed: Readonly<Partial<Record<MailOutcome, Allowed>>> = {
  applied: { answer: true, sentAgain: true, mail: true, fact: true, supersede: true },
  proposal: { answer: true, mail: true, fact: true, supersede: true },
  'for-an-earlier-time': { sentAgain: true, mail: true },
  bounce: { fact: true, bounce: true },
};
const allowedByReason: Readonly<Partial<Record<OutcomeReason, Allowed>>> = {
  'sent-again': { sentAgain: true, mail: true },
  'sent-often': { sentAgain: true },
  'no-address': { sentAgain: true },
  'out-of-office': { fact: true },
  words: { fact: true },
  'not-an-answer': { fact: true },
  delayed: {},
  'undeliverable-unknown': {},
};

/** What became of one mail. */
export interface Told {
  readonly outcome: MailOutcome;
  readonly reason: OutcomeReason;
  readonly raw: Buffer;
}

const allowedBy = ({ outcome, reason }: Told): Allowed => allowedByReason[reason] ?? allowed[outcome] ?? {};

/** What changed although nothing that was told says so; `named` is the invitation that a mail itself names. */
export async function unnamedChanges(
  [before, after]: readonly [InboxState, InboxState],
  told: readonly Told[],
  named: (raw: Buffer) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const most = (what: keyof Allowed) => told.filter((one) => allowedBy(one)[what]).length;
  const grew = (name: 'mails' | 'bounced' | 'facts' | 'superseded' | 'messages') =>
    after[name] - before[name];
  const isWithin = (growth: number, limit: number) => growth >= 0 && growth <= limit;
  const isNamed = async (what: 'answers' | 'sentAgain', permission: 'answer' | 'sentAgain') => {
    const changed = differing(before[what], after[what]);
    if (changed.length === 0) return true;
    const permitted = told.filter((one) => allowedBy(one)[permission]);
    const ids = new Set(await Promise.all(permitted.map(({ raw }) => named(raw))));
    return changed.every((id) => ids.has(id));
  };
  const holds: Readonly<Record<string, boolean>> = {
    'what no mail changes': before.untouchable === after.untouchable,
    'what was sent': differing(before.invitations, after.invitations).length === 0,
    'an answer': await isNamed('answers', 'answer'),
    'how often it was sent': await isNamed('sentAgain', 'sentAgain'),
    mails: isWithin(grew('mails'), most('mail')),
    'mail that came back': isWithin(grew('bounced'), most('bounce')),
    'the ledger': isWithin(grew('facts'), most('fact')),
    'other proposals': most('supersede') > 0 ? grew('superseded') >= 0 : grew('superseded') === 0,
    'what a person settles': before.settled === after.settled,
    'the number of messages':
      grew('messages') === told.filter(({ reason }) => reason !== 'same-message').length,
  };
  return Object.entries(holds).flatMap(([name, isTrue]) => (isTrue ? [] : [name]));
}

const differing = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
