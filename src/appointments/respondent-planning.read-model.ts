import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { planningPanel } from '../../templates/pages/appointments/planning-panel.js';
import { ConsentReadModel } from '../consent/consent.read-model.js';
import type { ContactReader } from '../respondents/contact-readers.js';
import type { RespondentPanel } from '../respondents/respondent-panels.js';
import { canBecome } from '../respondents/respondent-status.js';
import { Respondent } from '../respondents/respondent.entity.js';
import type { RespondentView } from '../respondents/respondents.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import { canPlan } from '../studies/study.policy.js';
import { Study } from '../studies/study.entity.js';
import { AnswerOffer } from './answer-offer.service.js';
import { Appointment } from './appointment.entity.js';
import { MailWishes } from './mail-wishes.service.js';
import { OfferStanding } from './offer-standing.read-model.js';

/** What planning adds to a respondent's page: a card, and a reason why an interviewer may read contact details. */
@Injectable()
export class RespondentPlanning implements RespondentPanel, ContactReader {
  readonly order = 10;

  constructor(
    private readonly em: EntityManager,
    private readonly standing: OfferStanding,
    private readonly answers: AnswerOffer,
    private readonly consent: ConsentReadModel,
    private readonly wishes: MailWishes,
  ) {}

  async render(scope: StudyScope, { id, status }: RespondentView): Promise<VNode> {
    const study = await this.em.findOneOrFail(Study, { id: scope.studyId });
    const respondent = await this.em.findOneOrFail(Respondent, { id });
    const now = await this.standing.of(study, respondent);
    const mayPlan = canPlan(scope);
    return planningPanel({
      respondentId: id,
      standing: now.standing,
      deadline: now.offer?.expiresAt ?? null,
      left: now.free.length,
      proposal: mayPlan && now.offer ? this.answers.proposalOf(now.offer) : null,
      appointment: now.appointment && { id: now.appointment.id, start: now.appointment.startsAt },
      consent: await this.consent.answered(scope.studyId, id, scope.language),
      mayPlan,
      canOffer: canBecome(status, 'scheduled'),
      wantsNoMail: await this.wishes.isStopped(id),
    });
  }

  /** Those whom the actor is going to meet, met, or waited for. */
  async readable(
    { studyId, actorId }: StudyScope,
    respondentIds: readonly string[],
  ): Promise<readonly string[]> {
    const met = await this.em.find(Appointment, {
      studyId,
      interviewerId: actorId,
      respondentId: { $in: [...respondentIds] },
      status: { $ne: 'cancelled' },
    });
    return met.flatMap(({ respondentId }) => respondentId ?? []);
  }
}
