import { respondentStanding, type StandingFacts } from './respondent-standing.js';

const now = new Date('2027-01-04T09:00:00Z');
const later = new Date('2027-01-05T09:00:00Z');
const offer = (status: NonNullable<StandingFacts['offer']>['status'], more: object = {}) => ({
  status,
  expiresAt: later,
  ...more,
});
const appointment = (status: NonNullable<StandingFacts['appointment']>['status']) => ({ id: 'a1', status });

describe("a respondent's page", () => {
  it.each<[string, StandingFacts['offer'], StandingFacts['appointment']]>([
    ['nothing', null, null],
    ['open', offer('open'), null],
    ['proposed', offer('proposed'), null],
    ['expired', offer('open', { expiresAt: now }), null],
    ['expired', offer('proposed', { expiresAt: now }), null],
    ['withdrawn', offer('withdrawn'), null],
    ['declined', offer('declined'), null],
    ['booked', null, appointment('scheduled')],
    ['booked', offer('accepted'), appointment('scheduled')],
    ['booked', offer('open'), appointment('scheduled')],
    ['past', offer('accepted', { appointmentId: 'a1' }), appointment('completed')],
    ['past', null, appointment('no-show')],
    ['cancelled', offer('accepted', { appointmentId: 'a1' }), appointment('cancelled')],
    ['open', offer('open', { appointmentId: 'a1' }), appointment('cancelled')],
    ['cancelled', offer('open', { appointmentId: 'a1', expiresAt: now }), appointment('cancelled')],
    ['declined', offer('declined', { appointmentId: 'a1' }), appointment('cancelled')],
    ['expired', offer('open', { expiresAt: now }), appointment('cancelled')],
  ])('is %s with offer %j and appointment %j', (standing, offer, appointment) =>
    expect(respondentStanding({ offer, appointment, isOver: false, now })).toBe(standing),
  );

  it.each<[string, StandingFacts['offer'], StandingFacts['appointment']]>([
    ['withdrawn', offer('open'), null],
    ['withdrawn', offer('proposed'), null],
    ['expired', offer('open', { expiresAt: now }), null],
    ['declined', offer('declined'), null],
    ['booked', offer('open'), appointment('scheduled')],
  ])('is %s with offer %j and appointment %j once recruitment is over', (standing, offer, appointment) =>
    expect(respondentStanding({ offer, appointment, isOver: true, now })).toBe(standing),
  );
});
