import { DateTime } from 'luxon';
import type { InterviewerTime, SlotRules } from './slot-rules.js';
import { CONFLICTS, whyNotFree, type SlotCandidate, type SlotObstacle } from './why-not-free.js';

const zone = 'Europe/Amsterdam';
const at = (text: string) => DateTime.fromISO(`2027-01-${text}`, { zone }).toMillis();
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

const rules: SlotRules = {
  zone,
  now: at('04T08:00'),
  noticeMinutes: 24 * 60,
  bufferBeforeMinutes: 15,
  bufferAfterMinutes: 30,
  period: { from: '2027-01-04', to: '2027-01-08' },
  maxPerDay: 2,
};
const interviewer: InterviewerTime = {
  id: 'one',
  working: ['04', '05', '06', '11'].map((day) => span(`${day}T09:00`, `${day}T17:00`)),
  busy: [span('05T12:00', '05T13:00'), { ...span('06T12:00', '06T13:00'), isImported: true }],
  appointmentStarts: [at('05T12:00'), at('06T09:00'), at('06T16:00')],
};
const respondent = { windows: [span('05T00:00', '05T16:00')], busy: [span('05T10:00', '05T10:30')] };
const candidate = (start: string, end: string): SlotCandidate => ({
  slot: span(start, end),
  interviewer,
  rules,
  respondent,
});

describe('A slot', () => {
  it.each<[string, string, SlotObstacle | undefined]>([
    ['05T09:00', '05T10:00', undefined],
    ['05T10:30', '05T11:30', undefined],
    ['05T13:15', '05T14:15', undefined],
    ['05T15:00', '05T16:00', undefined],
    ['11T10:00', '11T11:00', 'period'],
    ['04T10:00', '04T11:00', 'notice'],
    ['05T08:30', '05T09:30', 'outside-hours'],
    ['05T16:30', '05T17:30', 'outside-hours'],
    ['05T11:30', '05T12:30', 'busy'],
    ['05T12:15', '05T12:45', 'busy'],
    ['05T10:31', '05T11:31', 'buffer'],
    ['05T13:14', '05T14:14', 'buffer'],
    ['06T12:30', '06T13:30', 'own-calendar'],
    ['06T10:31', '06T11:31', 'own-calendar-buffer'],
    ['06T13:14', '06T14:14', 'own-calendar-buffer'],
    ['06T10:00', '06T11:00', 'daily-maximum'],
    ['05T15:30', '05T16:30', 'respondent-window'],
    ['05T09:15', '05T10:15', 'respondent-busy'],
  ])('from %s to %s meets %p', (start, end, obstacle) => {
    expect(whyNotFree(candidate(start, end))).toBe(obstacle);
  });

  it('is free for a respondent who said nothing', () => {
    const { slot, ...rest } = candidate('05T15:30', '05T16:30');
    expect(whyNotFree({ ...rest, slot, respondent: undefined })).toBeUndefined();
  });

  it.each<[string, string, SlotObstacle | undefined]>([
    ['11T07:00', '11T08:00', undefined],
    ['06T11:00', '06T12:00', undefined],
    ['06T12:15', '06T12:45', undefined],
    ['05T11:30', '05T12:30', 'busy'],
    ['05T13:00', '05T14:00', 'buffer'],
    ['05T10:00', '05T11:00', 'respondent-busy'],
  ])('from %s to %s meets %p when only conflicts count', (start, end, obstacle) => {
    expect(whyNotFree(candidate(start, end), CONFLICTS)).toBe(obstacle);
  });

  it('is judged by the named rules alone', () => {
    expect(whyNotFree(candidate('05T11:30', '05T12:30'), ['buffer'])).toBe('buffer');
    expect(whyNotFree(candidate('05T11:30', '05T12:30'), ['notice', 'period'])).toBeUndefined();
    expect(whyNotFree(candidate('05T11:30', '05T12:30'), [])).toBeUndefined();
  });

  it('needs the larger of the buffer and the room that a busy time asks for', () => {
    const far = { ...interviewer, busy: [{ ...span('05T12:00', '05T13:00'), roomAfterMinutes: 90 }] };
    const judge = (start: string, end: string) => whyNotFree({ ...candidate(start, end), interviewer: far });
    expect(judge('05T14:29', '05T15:29')).toBe('buffer');
    expect(judge('05T14:30', '05T15:30')).toBeUndefined();
    expect(judge('05T10:30', '05T11:30')).toBeUndefined();
  });
});
