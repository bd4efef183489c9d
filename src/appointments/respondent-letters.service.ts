import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { CalendarPart } from '../calendar/invitations.service.js';
import type { Language } from '../kernel/text/language.js';
import type { MailDocument } from '../mail/mail-document.js';
import { Outbox, type QueuedMail } from '../mail/outbox.service.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { StudyTeam, type TeamContact } from '../studies/study-team.service.js';
import type { Study } from '../studies/study.entity.js';
import { Vault } from '../vault/vault.service.js';
import { withLanguage } from '../../templates/partials/page-context.js';
import { RespondentLinks } from './respondent-links.service.js';

/** A respondent who can be written to. */
export interface Addressee {
  readonly respondentId: string;
  readonly studyId: string;
  readonly pseudonym: string;
  readonly language: Language;
  readonly name: string;
  readonly address: string;
  /** Their own page. */
  readonly url: string;
  readonly contact: TeamContact;
}

export interface Letter {
  readonly kind: string;
  readonly document: MailDocument;
  readonly calendar?: CalendarPart;
  /** Of the kinds that a respondent can do without: offers and reminders. */
  readonly isRecruitment?: boolean;
}

/** Mail to respondents: who they are, their link, and whom they can turn to. */
@Injectable()
export class RespondentLetters {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly links: RespondentLinks,
    private readonly outbox: Outbox,
    private readonly team: StudyTeam,
  ) {}

  /** Null when the respondent has no mail address (any more). */
  async addressee(respondentId: string): Promise<Addressee | null> {
    const respondent = await this.em.findOneOrFail(Respondent, { id: respondentId });
    const { studyId, pseudonym, language } = respondent;
    const details = await this.reach(respondentId);
    if (!details) return null;
    const url = await this.links.urlOf(respondentId, studyId);
    const contact = await this.team.contact(studyId);
    return {
      respondentId,
      studyId,
      pseudonym,
      language,
      ...details,
      url,
      contact,
    };
  }

  /** Name and address alone; null when the respondent has no mail address (any more). */
  async reach(respondentId: string): Promise<Pick<Addressee, 'name' | 'address'> | null> {
    const { contactId } = await this.em.findOneOrFail(Respondent, { id: respondentId });
    const details = contactId
      ? await this.vault.read(contactId, { actorId: null, reason: 'mail' })
      : undefined;
    return details?.email ? { name: details.name, address: details.email } : null;
  }

  /** Whom people outside the team are told to turn to. */
  contact(studyId: string): Promise<TeamContact> {
    return this.team.contact(studyId);
  }

  /** What every mail to the respondent starts from; the link opens the page in the respondent's language. */
  frame({ language, name, url, contact }: Addressee, study: Pick<Study, 'title' | 'timezone'>) {
    const { origin, pathname } = new URL(url);
    const at = (path: string) => `${origin}${withLanguage(path, language)}`;
    const addresses = { url: at(pathname), mailUrl: at(`${pathname}/mail`) };
    return { ...addresses, language, name, contact, zone: study.timezone, studyTitle: study.title };
  }

  /** Everything to one respondent stands together in their mail program, from the first offer on. */
  send(
    { respondentId, studyId, pseudonym, language, name, address, url }: Addressee,
    { isRecruitment, ...letter }: Letter,
  ): Promise<QueuedMail> {
    return this.outbox.enqueue({
      studyId,
      language,
      subjectId: respondentId,
      about: pseudonym,
      to: { name, address },
      thread: respondentId,
      ...letter,
      ...(isRecruitment && { unsubscribeUrl: `${url}/mail` }),
    });
  }
}
