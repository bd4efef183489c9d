import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Respondent } from './respondent.entity.js';

/**
 * The respondent as they are now, which stays so until the caller's transaction ends; null when there is none. Whoever
 * changes a respondent's status, offers or appointments begins here and takes other locks later, so that changes of one
 * respondent follow each other and never wait in a circle.
 */
export function lockRespondent(
  em: EntityManager,
  wanted: { readonly id: string; readonly studyId?: string },
): Promise<Respondent | null> {
  return em.findOne(Respondent, wanted, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
