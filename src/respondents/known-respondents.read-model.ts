import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { StudiesReadModel } from '../studies/studies.read-model.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault } from '../vault/vault.service.js';
import type { KnownRespondent } from './domain/diff-respondents.js';
import { Respondent } from './respondent.entity.js';
import type { RespondentStatus } from './respondent-status.js';
import { studyPlaces } from './study-places.js';

export interface KnownInStudy extends KnownRespondent {
  readonly contactId: string;
  readonly status: RespondentStatus;
}

/** The respondents of a study with their contact details opened, to compare a list with; shown to nobody. */
@Injectable()
export class KnownRespondents {
  constructor(
    private readonly em: EntityManager,
    private readonly studies: StudiesReadModel,
    private readonly vault: Vault,
  ) {}

  /** Those whose contact details are still there, in one query each for respondents and details. */
  async of(scope: Pick<StudyScope, 'studyId'>): Promise<readonly KnownInStudy[]> {
    const { codes } = studyPlaces(await this.studies.design(scope));
    const { studyId } = scope;
    const here = { studyId, contactId: { $ne: null } };
    const respondents = await this.em.find(Respondent, here, { disableIdentityMap: true });
    const ids = respondents.flatMap(({ contactId }) => contactId ?? []);
    // Compared by the program and shown to nobody, so nobody is recorded as their reader.
    const contacts = await this.vault.readMany(ids, { actorId: null, reason: 'respondent import' });
    return respondents.flatMap((entity) => {
      const contactId = entity.contactId ?? '';
      const contact = contacts.get(contactId);
      return contact ? [{ ...known(entity, contact, codes), contactId, status: entity.status }] : [];
    });
  }
}

function known(entity: Respondent, contact: Contact, codes: ReadonlyMap<string, string>): KnownRespondent {
  const { id, pseudonym, language, source = null } = entity;
  const { name, email = null, phone = null, organisation = null, note = null } = contact;
  const place = { site: codes.get(entity.siteId) ?? '', role: codes.get(entity.roleId) ?? '' };
  return { id, pseudonym, ...place, language, source, name, email, phone, organisation, note };
}
