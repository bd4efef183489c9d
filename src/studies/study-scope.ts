import type { StudyRoleName } from '../auth/study-role.entity.js';

declare const proven: unique symbol;

/**
 * Proof that somebody may enter a study, and in which role. Only `StudyAccess` makes one; every read and command about
 * a study takes it, so that nothing can be read without the question having been asked.
 */
export interface StudyScope {
  readonly studyId: string;
  readonly code: string;
  readonly title: string;
  /** IANA zone of every wall time in the study. */
  readonly timezone: string;
  readonly language: 'nl' | 'en';
  readonly role: StudyRoleName;
  readonly actorId: string;
  readonly [proven]: true;
}
