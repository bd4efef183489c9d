import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';

/** Sees and changes when somebody works: that person, and those who plan the study. */
export const canSetAvailability = (
  reader: Pick<StudyScope, 'role' | 'actorId'>,
  memberAccountId: string,
): boolean => reader.actorId === memberAccountId || canPlan(reader);
