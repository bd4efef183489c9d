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

/** Absent settings take the product's defaults (see `interview-defaults.ts`), so that an export equals its import. */
export interface InterviewSettings {
  readonly durationMinutes: number;
  readonly bufferMinutes: number;
  readonly modes: readonly InterviewMode[];
  readonly minNoticeHours?: number | undefined;
  readonly dailyMaximum?: number | undefined;
  readonly slotStepMinutes?: number | undefined;
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
