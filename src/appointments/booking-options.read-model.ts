import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { NewAppointmentPageProps } from '../../templates/pages/appointments/new-appointment-page.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { respondentStatuses, canBecome } from '../respondents/respondent-status.js';
import { RespondentNotFound } from '../respondents/respondents.errors.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { NewAppointmentQuery } from './appointments.schema.js';
import { MomentProposals, type Proposal } from './moment-proposals.read-model.js';
import { PlanningChoices, type Choice, type PlanningOptions } from './planning-choices.read-model.js';

const plannable = respondentStatuses.filter(
  (status) => status !== 'scheduled' && canBecome(status, 'scheduled'),
);

/** What the form that books directly offers: first whom or where, then when. */
@Injectable()
export class BookingOptions {
  constructor(
    private readonly em: EntityManager,
    private readonly choices: PlanningChoices,
    private readonly proposals: MomentProposals,
  ) {}

  async of(
    scope: StudyScope,
    query: NewAppointmentQuery,
  ): Promise<Omit<NewAppointmentPageProps, 'query' | 'state'>> {
    const options = await this.choices.of(scope);
    const about = await this.about(scope, options, query);
    if (about === null) return { options, about, proposals: [], respondents: await this.respondents(scope) };
    return { options, about, proposals: await this.proposed(scope, options, query), respondents: [] };
  }

  private async about(
    { studyId }: StudyScope,
    { sites }: PlanningOptions,
    { kind, respondent: id, site }: NewAppointmentQuery,
  ): Promise<string | null> {
    if (kind === 'observation') return sites.find(({ value }) => value === site)?.label ?? null;
    if (!id) return null;
    const respondent = await this.em.findOne(Respondent, { id, studyId });
    if (!respondent) throw new RespondentNotFound();
    return respondent.pseudonym;
  }

  private async proposed(
    { studyId }: StudyScope,
    options: PlanningOptions,
    { kind, respondent: id, site }: NewAppointmentQuery,
  ): Promise<readonly Proposal[]> {
    if (kind === 'observation') return this.proposals.meetings(options, site ?? '');
    const respondent = await this.em.findOneOrFail(Respondent, { id: id!, studyId });
    return this.proposals.nearby(options, { respondent });
  }

  private async respondents({ studyId }: StudyScope): Promise<readonly Choice[]> {
    const where = { studyId, status: { $in: plannable } };
    const found = await this.em.find(Respondent, where, { orderBy: { pseudonym: 1 } });
    return found.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }));
  }
}
