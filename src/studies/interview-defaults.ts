import type { InterviewSettings } from './study-parts.js';

/** What holds when a study file leaves a setting out. */
const defaults = {
  minNoticeHours: 24,
  dailyMaximum: 4,
  slotStepMinutes: 15,
  // Whole days, so that mail comes at the hour of the appointment and not at night; the first while moving is possible.
  reminders: { respondent: [48, 24], interviewer: [24] },
  onDecline: 'notify',
  tentativeChaseHours: 48,
} as const;

/** The study's interview settings with nothing left open. The pause between two interviews is `bufferMinutes`. */
export function interviewRules(settings: InterviewSettings) {
  return {
    durationMinutes: settings.durationMinutes,
    bufferMinutes: settings.bufferMinutes,
    modes: settings.modes,
    minNoticeHours: settings.minNoticeHours ?? defaults.minNoticeHours,
    dailyMaximum: settings.dailyMaximum ?? defaults.dailyMaximum,
    slotStepMinutes: settings.slotStepMinutes ?? defaults.slotStepMinutes,
    reminders: {
      respondent: settings.reminders?.respondent ?? defaults.reminders.respondent,
      interviewer: settings.reminders?.interviewer ?? defaults.reminders.interviewer,
    },
    onDecline: settings.onDecline ?? defaults.onDecline,
    tentativeChaseHours: settings.tentativeChaseHours ?? defaults.tentativeChaseHours,
  };
}
