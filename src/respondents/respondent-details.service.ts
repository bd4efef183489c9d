import { Injectable } from '@nestjs/common';
import { Ledger } from '../kernel/ledger/ledger.js';
import type { Language } from '../kernel/text/language.js';
import type { StudyScope } from '../studies/study-scope.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault } from '../vault/vault.service.js';
import { contactOf } from './new-respondents.service.js';
import { RespondentContacts } from './respondent-contacts.service.js';
import type { Respondent } from './respondent.entity.js';
import { ContactErased, RespondentRefused } from './respondents.errors.js';
import type { RespondentPatch } from './respondents.schema.js';

export interface DetailsChange {
  readonly contact: RespondentPatch['contact'];
  /** Fields beside the contact details that the same change touched. */
  readonly alsoChanged: readonly string[];
  /** Of the faults. */
  readonly language: Language;
}

interface AddressCheck {
  readonly email: string | null;
  readonly language: Language;
  /** Whose own address it may be. */
  readonly except?: string | undefined;
}

/** What the vault keeps of a respondent, changed in the caller's transaction. */
@Injectable()
export class RespondentDetails {
  constructor(
    private readonly vault: Vault,
    private readonly contacts: RespondentContacts,
    private readonly ledger: Ledger,
  ) {}

  /** Throws RespondentRefused when another respondent of the study has this address. */
  async assertFree(scope: StudyScope, { email, language, except }: AddressCheck): Promise<void> {
    const owner = email === null ? undefined : await this.contacts.ownerOf(scope, email);
    if (owner && owner.id !== except) throw RespondentRefused.addressOf(owner.pseudonym, language);
  }

  /** Keeps what changed and records which fields did, never what they say. */
  async change(
    scope: StudyScope,
    respondent: Respondent,
    { contact, alsoChanged, language }: DetailsChange,
  ): Promise<void> {
    const fields = [
      ...alsoChanged,
      ...(contact ? await this.store(scope, respondent, { contact, language }) : []),
    ];
    if (fields.length === 0) return;
    const { studyId, actorId } = scope;
    this.ledger.append({
      studyId,
      kind: 'respondent.changed',
      actorId,
      subjectId: respondent.id,
      data: { fields },
    });
  }

  private async store(
    scope: StudyScope,
    { id, contactId }: Respondent,
    { contact, language }: { contact: NonNullable<RespondentPatch['contact']>; language: Language },
  ): Promise<readonly string[]> {
    const current = contactId ? await this.opened(contactId) : undefined;
    if (!contactId || !current) throw new ContactErased();
    const next = { ...complete(current), ...given(contact) };
    const fields = contactKeys.filter((key) => next[key] !== complete(current)[key]);
    if (fields.length === 0) return [];
    if (fields.includes('email')) await this.assertFree(scope, { email: next.email, language, except: id });
    const { studyId } = scope;
    await this.vault.put({ id: contactId, studyId, kind: 'respondent', details: contactOf(next) });
    return fields;
  }

  /** Opened to be merged with what is given, not to be shown: nobody is recorded as its reader. */
  private opened(contactId: string): Promise<Contact | undefined> {
    return this.vault.read(contactId, { actorId: null, reason: 'respondent change' });
  }
}

const contactKeys = ['name', 'email', 'phone', 'organisation', 'note'] as const;

type Complete = Parameters<typeof contactOf>[0];

function complete({ name, email, phone, organisation, note }: Contact): Complete {
  return {
    name,
    email: email ?? null,
    phone: phone ?? null,
    organisation: organisation ?? null,
    note: note ?? null,
  };
}

/** Only the fields that were given: an absent one stays as it is, null empties it. */
const given = (contact: NonNullable<RespondentPatch['contact']>): Partial<Complete> =>
  Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
