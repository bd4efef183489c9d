import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Respondent } from '../respondents/respondent.entity.js';
import { RespondentNotFound } from '../respondents/respondents.errors.js';
import { Slots } from '../scheduling/slots.service.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import { StudyTeam } from '../studies/study-team.service.js';
import type { StudyScope } from '../studies/study-scope.js';
import { Study } from '../studies/study.entity.js';
import type { slotsQuery, slotView } from './appointments.schema.js';

/** Free moments of a study with the names that people read. */
@Injectable()
export class FreeSlots {
  constructor(
    private readonly em: EntityManager,
    private readonly slots: Slots,
    private readonly team: StudyTeam,
  ) {}

  /** By start. Throws RespondentNotFound for a respondent of another study. */
  async list(scope: StudyScope, query: z.output<typeof slotsQuery>): Promise<z.input<typeof slotView>[]> {
    const study = await this.em.findOneOrFail(Study, { id: scope.studyId });
    const respondent = query.respondent ? await this.respondent(scope, query.respondent) : undefined;
    const site = respondent ? await this.em.findOneOrFail(Site, { id: respondent.siteId }) : null;
    const names = new Map(
      (await this.team.list(scope.studyId)).map(({ accountId, name }) => [accountId, name]),
    );
    const { from, to, limit } = query;
    const found = await this.slots.find({ study, respondent, from, to, limit });
    const mode = interviewRules(study.interviews).modes[0]!;
    return found.map(({ start, end, interviewerId }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      interviewer: interviewerId,
      interviewerName: names.get(interviewerId) ?? '',
      site: site?.code ?? null,
      mode,
    }));
  }

  private async respondent({ studyId }: StudyScope, id: string): Promise<Respondent> {
    const respondent = await this.em.findOne(Respondent, { id, studyId });
    if (!respondent) throw new RespondentNotFound();
    return respondent;
  }
}
