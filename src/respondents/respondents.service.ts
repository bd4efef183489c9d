import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/text/language.js';
import { StudiesReadModel } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import { lockRespondent } from './lock-respondent.js';
import { NewRespondents } from './new-respondents.service.js';
import { RespondentDetails } from './respondent-details.service.js';
import { RespondentStatuses } from './respondent-statuses.service.js';
import { RespondentNotFound, RespondentRefused } from './respondents.errors.js';
import type { NewRespondentInput, RespondentPatch } from './respondents.schema.js';
import { studyPlaces, type StudyPlaces } from './study-places.js';

/** Adds and changes single respondents; one transaction each. */
@Injectable()
export class Respondents {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudiesReadModel,
    private readonly newcomers: NewRespondents,
    private readonly details: RespondentDetails,
    private readonly statuses: RespondentStatuses,
  ) {}

  /** The id of the new respondent. Throws RespondentRefused for an unknown place or a known address. */
  async add(scope: StudyScope, given: NewRespondentInput, language: Language): Promise<string> {
    const places = studyPlaces(await this.studies.design(scope));
    const place = placeOf(given, places, language);
    return this.em.transactional(async () => {
      await this.newcomers.lock(scope);
      await this.details.assertFree(scope, { email: given.email, language });
      const row = { ...given, ...place, row: 0, language: given.language ?? scope.language };
      const [kept] = await this.newcomers.keep(scope, [row], places);
      return kept!.id;
    });
  }

  /** Faults come in English unless told otherwise. Throws RespondentRefused, StatusRefused or ContactErased. */
  async change(
    scope: StudyScope,
    id: string,
    { contact, status, ...patch }: RespondentPatch,
    language: Language = 'en',
  ): Promise<void> {
    await this.em.transactional(async () => {
      const respondent = await lockRespondent(this.em, { id, studyId: scope.studyId });
      if (!respondent) throw new RespondentNotFound();
      if (status) this.statuses.set(scope, respondent, status);
      const changed = Object.entries(patch).filter(([field, value]) => {
        return value !== undefined && !isDeepStrictEqual(value, respondent[field as keyof typeof patch]);
      });
      this.em.assign(respondent, Object.fromEntries(changed));
      const fields = changed.map(([field]) => field);
      await this.details.change(scope, respondent, { contact, alsoChanged: fields, language });
    });
  }
}

function placeOf(
  given: Pick<NewRespondentInput, 'site' | 'role'>,
  { findSite, findRole }: StudyPlaces,
  language: Language,
) {
  const site = findSite.find(given.site);
  const role = findRole.find(given.role);
  if (site === undefined || site === 'ambiguous')
    throw RespondentRefused.unknownPlace('site', findSite.known, language);
  if (role === undefined || role === 'ambiguous')
    throw RespondentRefused.unknownPlace('role', findRole.known, language);
  return { site: site.code, role: role.code };
}
