import type { Weekday } from '../kernel/time/weekday.js';

/** Ordered value lists that a study carries as a whole; their shapes are the study file's. */
export interface SubQuestion {
  readonly code: string;
  readonly text: string;
}

export interface StatedSample {
  readonly source: string;
  readonly unit: 'interviews' | 'persons' | 'transcripts';
  readonly n: number;
}

export const interviewModes = ['onsite', 'video', 'phone'] as const;
export type InterviewMode = (typeof interviewModes)[number];

/** What is done when a respondent declines a standing appointment: tell the team, offer other moments, or cancel. */
export const declineRules = ['notify', 'offer-anew', 'cancel'] as const;
export type DeclineRule = (typeof declineRules)[number];

/** Whole hours before an appointment's start at which who takes part is reminded of it; an empty list: never. */
export interface ReminderSettings {
  readonly respondent?: readonly number[] | undefined;
  readonly interviewer?: readonly number[] | undefined;
}

/** Absent settings take the product's defaults (see `interview-defaults.ts`), so that an export equals its import. */
export interface InterviewSettings {
  readonly durationMinutes: number;
  readonly bufferMinutes: number;
  readonly modes: readonly InterviewMode[];
  readonly minNoticeHours?: number | undefined;
  readonly dailyMaximum?: number | undefined;
  readonly slotStepMinutes?: number | undefined;
  readonly reminders?: ReminderSettings | undefined;
  readonly onDecline?: DeclineRule | undefined;
  /** Hours before the start at which a respondent who answered with perhaps is asked once more. */
  readonly tentativeChaseHours?: number | undefined;
}

export interface ObservedMeeting {
  readonly site: string;
  readonly weekday: string;
  readonly start: string;
}

export interface Observations {
  readonly perSite: number;
  readonly durationMinutes: number;
  readonly meetings: readonly ObservedMeeting[];
}

export interface Topic {
  readonly code: string;
  readonly title: string;
  readonly subQuestions: readonly string[];
}

export interface VisitAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface TravelBase {
  readonly city: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** Wall ranges per weekday, e.g. `{ monday: ["09:00-17:00"] }`. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly string[] | undefined };
