import {
  comingReminders,
  dueReminders,
  mailsFor,
  plannedReminders,
  type ReminderRules,
  type StandingAppointment,
  type WantedReminder,
} from './due-reminders.js';

const rules: ReminderRules = {
  reminders: { respondent: [48, 2], interviewer: [24] },
  tentativeChaseHours: 48,
};
const appointment: StandingAppointment = {
  startsAt: new Date('2027-01-14T09:00:00Z'),
  plannedAt: new Date('2027-01-04T09:00:00Z'),
  respondent: { answer: 'accepted', wantsNoMail: false },
};

const named = ({ kind, hoursBefore }: WantedReminder) => `${kind} ${hoursBefore}`;
const due = (now: string, change: Partial<StandingAppointment> = {}, gone: readonly WantedReminder[] = []) =>
  dueReminders({ ...appointment, ...change }, rules, { now: new Date(now), gone }).map(named);
const answering = (answer: 'needs-action' | 'accepted' | 'tentative' | 'declined') => ({
  respondent: { answer, wantsNoMail: false },
});

describe('dueReminders', () => {
  it.each([
    ['2027-01-12T08:59:59.999Z', []],
    ['2027-01-12T09:00:00.000Z', ['respondent 48']],
    ['2027-01-12T11:59:59.999Z', ['respondent 48']],
    // Three hours late is too late.
    ['2027-01-12T12:00:00.000Z', []],
    ['2027-01-13T09:00:00.000Z', ['interviewer 24']],
    ['2027-01-14T07:00:00.000Z', ['respondent 2']],
    ['2027-01-14T07:59:59.999Z', ['respondent 2']],
    // Of two hours before, half has passed.
    ['2027-01-14T08:00:00.000Z', []],
    ['2027-01-14T09:00:00.000Z', []],
    ['2027-01-15T09:00:00.000Z', []],
  ])('at %s are %j', (now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  it.each([
    ['needs-action', ['respondent 48']],
    ['accepted', ['respondent 48']],
    ['tentative', ['respondent 48', 'chase 48']],
    ['declined', []],
  ] as const)('of a respondent who answered %s are %j', (answer, expected) => {
    expect(due('2027-01-12T09:30:00Z', answering(answer))).toEqual(expected);
  });

  it('leave out respondents who want no mail, and observation visits have none', () => {
    const wantsNoMail = { respondent: { answer: 'tentative', wantsNoMail: true } } as const;
    expect(due('2027-01-12T09:00:00Z', wantsNoMail)).toEqual([]);
    expect(due('2027-01-13T09:00:00Z', wantsNoMail)).toEqual(['interviewer 24']);
    expect(due('2027-01-12T09:00:00Z', { respondent: null })).toEqual([]);
    expect(due('2027-01-13T09:00:00Z', { respondent: null })).toEqual(['interviewer 24']);
  });

  it.each([
    // Booked at the very moment, or after it: who books this late knows.
    ['2027-01-12T09:00:00.000Z', '2027-01-12T09:00:00.000Z', []],
    ['2027-01-12T10:00:00.000Z', '2027-01-12T10:01:00.000Z', []],
    ['2027-01-12T08:59:59.999Z', '2027-01-12T09:00:00.000Z', ['respondent 48']],
    ['2027-01-13T23:00:00.000Z', '2027-01-13T23:01:00.000Z', []],
    ['2027-01-13T23:00:00.000Z', '2027-01-14T07:00:00.000Z', ['respondent 2']],
  ])('of what was made at %s are at %s: %j', (plannedAt, now, expected) => {
    expect(due(now, { plannedAt: new Date(plannedAt) })).toEqual(expected);
  });

  it('are not those that went, and a start sees one chase whatever its hour', () => {
    const now = '2027-01-12T09:00:00Z';
    expect(due(now, {}, [{ kind: 'respondent', hoursBefore: 48 }])).toEqual([]);
    expect(due(now, {}, [{ kind: 'respondent', hoursBefore: 72 }])).toEqual(['respondent 48']);
    expect(due(now, {}, [{ kind: 'interviewer', hoursBefore: 48 }])).toEqual(['respondent 48']);
    expect(due(now, answering('tentative'), [{ kind: 'chase', hoursBefore: 72 }])).toEqual(['respondent 48']);
  });

  it.each([
    // Europe/Amsterdam: 10.00 hours on the Sunday that summer time begins and ends; Friday 9.00 and 11.00 hours.
    ['2027-03-28T08:00:00Z', '2027-03-26T08:00:00Z'],
    ['2027-10-31T09:00:00Z', '2027-10-29T09:00:00Z'],
    // Within the night itself: at 03.30 hours, 48 hours after 02.30; at the second 02.30 hours, 48 hours after 03.30.
    ['2027-03-28T01:30:00Z', '2027-03-26T01:30:00Z'],
    ['2027-10-31T01:30:00Z', '2027-10-29T01:30:00Z'],
  ])('count elapsed hours across a change of the clock: %s', (start, at) => {
    const facts = { startsAt: new Date(start), plannedAt: new Date('2027-01-04T09:00:00Z') };
    expect(due(at, facts)).toEqual(['respondent 48']);
    expect(due(new Date(Date.parse(at) - 1).toISOString(), facts)).toEqual([]);
  });
});

describe('plannedReminders', () => {
  it('come in the order in which they go', () => {
    expect(plannedReminders(appointment, rules).map(named)).toEqual([
      'respondent 48',
      'interviewer 24',
      'respondent 2',
    ]);
  });

  it('are none for a study that wants none', () => {
    const none = { reminders: { respondent: [], interviewer: [] }, tentativeChaseHours: 48 };
    expect(plannedReminders(appointment, none)).toEqual([]);
  });
});

describe('comingReminders', () => {
  it('are ahead and did not go yet', () => {
    const now = new Date('2027-01-12T09:00:00Z');
    const gone = [{ kind: 'interviewer', hoursBefore: 24 }] as const;
    expect(comingReminders(appointment, rules, { now, gone }).map(named)).toEqual(['respondent 2']);
  });
});

describe('mailsFor', () => {
  const of = (...list: readonly (readonly [WantedReminder['kind'], number])[]) =>
    mailsFor(list.map(([kind, hoursBefore]) => ({ kind, hoursBefore }))).map(named);

  it('writes to one reader once, and asks when there is something to ask', () => {
    expect(of()).toEqual([]);
    expect(of(['respondent', 3], ['respondent', 2])).toEqual(['respondent 3']);
    expect(of(['respondent', 48], ['chase', 48], ['interviewer', 48])).toEqual([
      'chase 48',
      'interviewer 48',
    ]);
    expect(of(['interviewer', 3], ['interviewer', 2])).toEqual(['interviewer 3']);
  });
});
