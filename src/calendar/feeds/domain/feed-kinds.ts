import type { StudyRoleName } from '../../../auth/study-role.entity.js';

export const feedKinds = ['account', 'study', 'site', 'board-member'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Sees the interviews and visits that they hold; an observer sees meetings only. */
export const seesOwnAppointments = (role: StudyRoleName): boolean => role !== 'observer';

/** Sees everybody's appointments in a feed: who plans the study. */
export const seesWholeStudy = (role: StudyRoleName): boolean => role === 'owner' || role === 'coordinator';
