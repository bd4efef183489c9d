import { Injectable } from '@nestjs/common';
import type { StudyScope } from '../studies/study-scope.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault } from '../vault/vault.service.js';
import { ContactReaders } from './contact-readers.js';
import { RespondentsReadModel, type RespondentView } from './respondents.read-model.js';

/** Names and addresses of respondents, for those who may read them; the vault records who did. */
@Injectable()
export class RespondentContacts {
  constructor(
    private readonly vault: Vault,
    private readonly readers: ContactReaders,
    private readonly respondents: RespondentsReadModel,
  ) {}

  /** By the respondent's id; those whose details the actor may not read, or that are erased, are missing. */
  async of(
    scope: StudyScope,
    respondents: readonly RespondentView[],
    reason: string,
  ): Promise<ReadonlyMap<string, Contact>> {
    const readable = await this.readers.readable(
      scope,
      respondents.map(({ id }) => id),
    );
    const open = respondents.filter(({ id, contactId }) => contactId !== null && readable.has(id));
    const contacts = await this.vault.readMany(
      open.flatMap(({ contactId }) => contactId ?? []),
      { actorId: scope.actorId, reason },
    );
    return new Map(open.flatMap(({ id, contactId }) => entryOf(id, contacts.get(contactId ?? ''))));
  }

  /** Whose e-mail address this is in the study, found without opening anything. */
  async ownerOf(scope: StudyScope, email: string): Promise<RespondentView | undefined> {
    const found = await this.vault.findByEmail({ studyId: scope.studyId, kind: 'respondent' }, [email]);
    const contactId = found.get(email);
    return contactId === undefined ? undefined : this.respondents.byContact(scope, contactId);
  }
}

const entryOf = (id: string, contact: Contact | undefined): [string, Contact][] =>
  contact ? [[id, contact]] : [];
