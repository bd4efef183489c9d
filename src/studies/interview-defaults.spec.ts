import { interviewRules } from './interview-defaults.js';

describe('interviewRules', () => {
  const required = { durationMinutes: 60, bufferMinutes: 15, modes: ['phone'] } as const;

  it('fills in what the file leaves out', () => {
    expect(interviewRules(required)).toEqual({
      ...required,
      minNoticeHours: 24,
      dailyMaximum: 4,
      slotStepMinutes: 15,
      reminders: { respondent: [48, 24], interviewer: [24] },
      onDecline: 'notify',
      tentativeChaseHours: 48,
    });
  });

  it('takes what the file says, also that nobody is reminded', () => {
    const settings = { ...required, onDecline: 'cancel', tentativeChaseHours: 72 } as const;
    expect(interviewRules({ ...settings, reminders: { respondent: [] } })).toMatchObject({
      reminders: { respondent: [], interviewer: [24] },
      onDecline: 'cancel',
      tentativeChaseHours: 72,
    });
  });
});
