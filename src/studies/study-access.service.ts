import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Study } from './study.entity.js';
import { StudyNotFound } from './studies.errors.js';
import type { StudyScope } from './study-scope.js';

/** Answers the one question that comes before every read: may this reader enter this study, and as what? */
@Injectable()
export class StudyAccess {
  constructor(private readonly em: EntityManager) {}

  /** By the study's code. Throws StudyNotFound also when the study exists but the actor has no role in it. */
  async enter(actor: Actor, code: string): Promise<StudyScope> {
    return this.scope(actor, await this.em.findOne(Study, { code }));
  }

  /** By id, for things whose address does not name their study. */
  async enterById(actor: Actor, studyId: string): Promise<StudyScope> {
    return this.scope(actor, await this.em.findOne(Study, { id: studyId }));
  }

  private scope(actor: Actor, study: Study | null): StudyScope {
    const role = study && actor.roles.get(study.id);
    if (!study || !role) throw new StudyNotFound();
    const { id: studyId, code, title, timezone, language } = study;
    return { studyId, code, title, timezone, language, role, actorId: actor.accountId } as StudyScope;
  }
}
