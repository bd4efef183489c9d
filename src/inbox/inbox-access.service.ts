import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { StudyAccess } from '../studies/study-access.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';
import { MayNotReadInbox } from './inbox.errors.js';

/** May this reader see what came in by mail? It names people, so only those who plan may. */
@Injectable()
export class InboxAccess {
  constructor(private readonly studies: StudyAccess) {}

  async enter(actor: Actor, code: string): Promise<StudyScope> {
    const scope = await this.studies.enter(actor, code);
    if (!canPlan(scope)) throw new MayNotReadInbox();
    return scope;
  }

  /** Whether what came in for this study may be told to this reader. */
  mayRead({ roles }: Actor, studyId: string | null): boolean {
    const role = studyId === null ? undefined : roles.get(studyId);
    return role !== undefined && canPlan({ role });
  }

  /** Whoever plans some study may hand in mail. Throws MayNotReadInbox. */
  assertMayDeliver({ roles }: Actor): void {
    if (![...roles.values()].some((role) => canPlan({ role }))) throw new MayNotReadInbox();
  }
}

/** Mail that belongs to no study is for whoever owns one. */
export const seesUnknown = ({ role }: Pick<StudyScope, 'role'>): boolean => role === 'owner';
