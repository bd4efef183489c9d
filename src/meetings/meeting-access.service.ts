import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { StudyAccess } from '../studies/study-access.service.js';
import { canPlan } from '../studies/study.policy.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Meeting } from './meeting.entity.js';
import { MayNotConvene, MeetingNotFound } from './meetings.errors.js';

/** Answers who may see a meeting, and who may convene: those who plan the study. */
@Injectable()
export class MeetingAccess {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudyAccess,
  ) {}

  /** The study of a meeting, for who has a role in it. Throws MeetingNotFound for anybody else. */
  async enter(actor: Actor, meetingId: string): Promise<StudyScope> {
    const meeting = await this.em.findOne(
      Meeting,
      { id: meetingId },
      { fields: ['studyId'], disableIdentityMap: true },
    );
    if (!meeting || !actor.roles.has(meeting.studyId)) throw new MeetingNotFound();
    return this.studies.enterById(actor, meeting.studyId);
  }

  async enterToConvene(actor: Actor, meetingId: string): Promise<StudyScope> {
    return assertMayConvene(await this.enter(actor, meetingId));
  }

  enterStudy(actor: Actor, code: string): Promise<StudyScope> {
    return this.studies.enter(actor, code);
  }

  async enterStudyToConvene(actor: Actor, code: string): Promise<StudyScope> {
    return assertMayConvene(await this.enterStudy(actor, code));
  }
}

function assertMayConvene(scope: StudyScope): StudyScope {
  if (!canPlan(scope)) throw new MayNotConvene();
  return scope;
}
