import type { Study } from '../studies/study.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';

const HOUR = 3_600_000;

/** Until when a respondent can move or cancel by link: as long before the start as the study wants to know. */
export function changeDeadline({ interviews }: Pick<Study, 'interviews'>, start: Date): Date {
  return new Date(start.getTime() - interviewRules(interviews).minNoticeHours * HOUR);
}

export function canChangeByLink(study: Pick<Study, 'interviews'>, start: Date, now: Date): boolean {
  return now < changeDeadline(study, start);
}
