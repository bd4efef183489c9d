import type { StudyScope } from './study-scope.js';

type Reader = Pick<StudyScope, 'role'>;

/** Plans the fieldwork: imports, offers, books, moves, cancels, convenes. */
export const canPlan = ({ role }: Reader): boolean => role === 'owner' || role === 'coordinator';

/** Reads names, addresses and phones of every respondent; an interviewer only of those they will meet. */
export const canSeeAllContacts = ({ role }: Reader): boolean => role === 'owner' || role === 'coordinator';

/** Sees single respondents (by pseudonym) and appointments; an observer sees progress only. */
export const canSeeRespondents = ({ role }: Reader): boolean => role !== 'observer';

/** Records the outcome of an interview: those who plan, and the interviewer who held it. */
export const canRecordOutcome = (reader: Reader & { actorId: string }, interviewerId: string): boolean =>
  canPlan(reader) || (reader.role === 'interviewer' && reader.actorId === interviewerId);

/** Replaces the study's definition and gives out roles. */
export const canDefineStudy = ({ role }: Reader): boolean => role === 'owner' || role === 'coordinator';
