import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { canPlan, canSeeRespondents } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { Respondent } from './respondent.entity.js';
import { MayNotChangeRespondents, MayNotSeeRespondents, RespondentNotFound } from './respondents.errors.js';

/** What a reader is about to do with respondents. */
export type Purpose = 'see' | 'change';

/** May this reader see, or change, respondents of this study? Throws in words when not. */
@Injectable()
export class RespondentAccess {
  constructor(
    private readonly em: EntityManager,
    private readonly access: StudyAccess,
  ) {}

  /** By the study's code. */
  async enter(actor: Actor, code: string, purpose: Purpose): Promise<StudyScope> {
    return allowed(await this.access.enter(actor, code), purpose);
  }

  /** By the respondent's id, for addresses that do not name the study. Throws RespondentNotFound also to outsiders. */
  async enterById(actor: Actor, id: string, purpose: Purpose): Promise<StudyScope> {
    const found = await this.em.findOne(
      Respondent,
      { id },
      { fields: ['studyId'], disableIdentityMap: true },
    );
    if (!found || !actor.roles.has(found.studyId)) throw new RespondentNotFound();
    return allowed(await this.access.enterById(actor, found.studyId), purpose);
  }
}

function allowed(scope: StudyScope, purpose: Purpose): StudyScope {
  if (!canSeeRespondents(scope)) throw new MayNotSeeRespondents();
  if (purpose === 'change' && !canPlan(scope)) throw new MayNotChangeRespondents();
  return scope;
}
