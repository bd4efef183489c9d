import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import type { Invitation } from '../calendar/invitation.entity.js';
import { Invitations, type CalendarPart } from '../calendar/invitations.service.js';
import type { InvitedParty } from '../calendar/invited-subject.js';
import type { ProposedTime } from '../calendar/itip/read-proposal.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Outbox } from '../mail/outbox.service.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import { Study } from '../studies/study.entity.js';
import { refusedProposalMail } from '../../templates/mail/appointment-mails.js';
import { declinedMail, refusedProposalToTeam } from '../../templates/mail/team-mails.js';
import { placeOf } from './appointment-place.js';
import { Appointment } from './appointment.entity.js';
import { RespondentLetters } from './respondent-letters.service.js';

export interface Refusal {
  readonly invitation: Invitation;
  readonly time: ProposedTime;
  /** Of the coordinator. */
  readonly words: string | undefined;
}

/** Mails that follow from what calendars answered. Joins the caller's transaction. */
@Injectable()
export class AnswerMail {
  constructor(
    private readonly em: EntityManager,
    private readonly letters: RespondentLetters,
    private readonly invitations: Invitations,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Name and address of an invitee; empty when their details are gone. */
  async reach({
    participantKind,
    participantId,
  }: Invitation): Promise<Pick<InvitedParty, 'name' | 'address'>> {
    if (participantKind === 'interviewer') {
      const { name, email: address } = await this.em.findOneOrFail(Account, { id: participantId });
      return { name, address };
    }
    return (await this.letters.reach(participantId)) ?? {};
  }

  /** To the study's contact: who declined, by pseudonym, and where to see to it. */
  async tellDeclined(appointment: Appointment, { participantKind }: Invitation): Promise<void> {
    const { study, site, about, url, pseudonym } = await this.scene(appointment);
    const { name, email: address } = await this.letters.contact(study.id);
    const document = declinedMail({
      language: study.language,
      zone: study.timezone,
      studyTitle: study.title,
      who: participantKind === 'respondent' ? pseudonym : null,
      siteName: site.name,
      follows: participantKind === 'respondent' ? interviewRules(study.interviews).onDecline : 'notify',
      start: appointment.startsAt,
      end: appointment.endsAt,
      url,
    });
    await this.outbox.enqueue({
      studyId: study.id,
      kind: 'answer-declined',
      about,
      subjectId: appointment.id,
      to: { name, address },
      language: study.language,
      document,
      thread: appointment.id,
    });
  }

  /** A readable mail with the DECLINECOUNTER, since many calendars show nothing for the latter. */
  async refuse(appointment: Appointment, { invitation, time, words }: Refusal): Promise<void> {
    const calendar = this.invitations.declineProposal(invitation, words);
    if (invitation.participantKind === 'respondent')
      await this.refuseRespondent(appointment, { time, words, calendar });
    else
      await this.refuseInterviewer(appointment, {
        time,
        words,
        calendar,
        accountId: invitation.participantId,
      });
  }

  private async refuseRespondent(
    appointment: Appointment,
    { time, words, calendar }: Pick<Refusal, 'time' | 'words'> & { calendar: CalendarPart },
  ): Promise<void> {
    const to = await this.letters.addressee(appointment.respondentId!);
    if (!to) return;
    const { study, site } = await this.scene(appointment);
    const place = placeOf(appointment, site, to.language);
    const { name: interviewer } = await this.em.findOneOrFail(Account, { id: appointment.interviewerId });
    const document = refusedProposalMail({
      ...this.letters.frame(to, study),
      interviewer,
      proposed: time,
      moment: { start: appointment.startsAt, end: appointment.endsAt, place },
      words,
    });
    await this.letters.send(to, { kind: 'proposal-refused', document, calendar });
  }

  private async refuseInterviewer(
    appointment: Appointment,
    {
      time,
      words,
      calendar,
      accountId,
    }: Pick<Refusal, 'time' | 'words'> & {
      calendar: CalendarPart;
      accountId: string;
    },
  ): Promise<void> {
    const { name, email: address, language } = await this.em.findOneOrFail(Account, { id: accountId });
    const { study, about, url } = await this.scene(appointment);
    const { startsAt: start, endsAt: end } = appointment;
    const frame = { language, zone: study.timezone, studyTitle: study.title, url };
    await this.outbox.enqueue({
      studyId: study.id,
      kind: 'proposal-refused',
      about,
      subjectId: appointment.id,
      to: { name, address },
      language,
      document: refusedProposalToTeam({ ...frame, proposed: time, start, end, words }),
      calendar,
      thread: appointment.id,
    });
  }

  private async scene(appointment: Appointment) {
    const { id, studyId, siteId, respondentId } = appointment;
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const site = await this.em.findOneOrFail(Site, { id: siteId });
    const respondent = respondentId ? await this.em.findOneOrFail(Respondent, { id: respondentId }) : null;
    const pseudonym = respondent?.pseudonym ?? null;
    const url = `${this.config.publicUrl}/studies/${study.code}/appointments/${id}`;
    return { study, site, pseudonym, about: pseudonym ?? site.code, url };
  }
}
