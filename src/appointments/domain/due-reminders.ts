import type { Answer } from '../../calendar/invitation.entity.js';

/** `chase` asks a respondent who answered with perhaps for a yes or a no. */
export const reminderKinds = ['respondent', 'interviewer', 'chase'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export interface WantedReminder {
  readonly kind: ReminderKind;
  /** Elapsed hours before the start, whatever the clocks on the wall do meanwhile. */
  readonly hoursBefore: number;
}

export interface TimedReminder extends WantedReminder {
  readonly at: Date;
}

/** What the study wants, with nothing left open. */
export interface ReminderRules {
  readonly reminders: { readonly respondent: readonly number[]; readonly interviewer: readonly number[] };
  readonly tentativeChaseHours: number;
}

/** An appointment that is to take place, as it stands. */
export interface StandingAppointment {
  readonly startsAt: Date;
  /** Since when it stands at this start: when it was booked, or moved here. */
  readonly plannedAt: Date;
  /** Null for an observation visit. */
  readonly respondent: { readonly answer: Answer; readonly wantsNoMail: boolean } | null;
}

const HOUR = 3_600_000;

/** What is later than this, or than half of its time before the start, is dropped: it would surprise, not remind. */
export const longestDelayHours = 3;

/**
 * Every reminder of the appointment, in the order in which they go. One whose moment came before the appointment was
 * made is none: who books this late knows. Who declined or wants no mail gets none; only who said perhaps is chased.
 */
export function plannedReminders(
  appointment: StandingAppointment,
  { reminders, tentativeChaseHours }: ReminderRules,
): readonly TimedReminder[] {
  const { startsAt, plannedAt } = appointment;
  const all: readonly WantedReminder[] = [
    ...reminders.respondent.map((hoursBefore) => ({ kind: 'respondent', hoursBefore }) as const),
    { kind: 'chase', hoursBefore: tentativeChaseHours },
    ...reminders.interviewer.map((hoursBefore) => ({ kind: 'interviewer', hoursBefore }) as const),
  ];
  return all
    .map((reminder) => ({ ...reminder, at: new Date(startsAt.getTime() - reminder.hoursBefore * HOUR) }))
    .filter(({ kind, at }) => at > plannedAt && isWanted(kind, appointment))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Those to be sent at this moment; `gone` were dealt with for this very start. */
export function dueReminders(
  appointment: StandingAppointment,
  rules: ReminderRules,
  { now, gone }: { readonly now: Date; readonly gone: readonly WantedReminder[] },
): readonly WantedReminder[] {
  if (appointment.startsAt <= now) return [];
  return plannedReminders(appointment, rules).filter((reminder) => {
    const delay = now.getTime() - reminder.at.getTime();
    return delay >= 0 && delay < longestDelayOf(reminder) && !isGone(reminder, gone);
  });
}

/** Those that are still ahead, if nothing changes. */
export function comingReminders(
  appointment: StandingAppointment,
  rules: ReminderRules,
  { now, gone }: { readonly now: Date; readonly gone: readonly WantedReminder[] },
): readonly TimedReminder[] {
  return plannedReminders(appointment, rules).filter(
    (reminder) => reminder.at > now && !isGone(reminder, gone),
  );
}

/** Mails that take care of these: one per reader, even when several of their reminders fall together. */
export function mailsFor(due: readonly WantedReminder[]): readonly WantedReminder[] {
  const first = (kind: ReminderKind) => due.find((reminder) => reminder.kind === kind) ?? [];
  return [first('chase'), first('respondent')].flat().slice(0, 1).concat(first('interviewer'));
}

function isWanted(kind: ReminderKind, { respondent }: StandingAppointment): boolean {
  if (kind === 'interviewer') return true;
  if (!respondent || respondent.wantsNoMail) return false;
  return kind === 'chase' ? respondent.answer === 'tentative' : respondent.answer !== 'declined';
}

/** A start sees one chase, also when the study sets another hour meanwhile. */
const isGone = ({ kind, hoursBefore }: WantedReminder, gone: readonly WantedReminder[]): boolean =>
  gone.some((one) => one.kind === kind && (kind === 'chase' || one.hoursBefore === hoursBefore));

const longestDelayOf = ({ hoursBefore }: WantedReminder): number =>
  Math.min(longestDelayHours, hoursBefore / 2) * HOUR;
