import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import type { Invitation } from '../calendar/invitation.entity.js';
import { Invitations, type InvitedEvent, type Participant } from '../calendar/invitations.service.js';
import type { OrganizerChange } from '../calendar/itip/next-sequence.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Outbox } from '../mail/outbox.service.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Site } from '../studies/site.entity.js';
import { Study } from '../studies/study.entity.js';
import { appointmentMail } from '../../templates/mail/appointment-mails.js';
import { interviewerMail } from '../../templates/mail/interviewer-mails.js';
import { placeOf, routeUrl } from './appointment-place.js';
import { appointmentUrl } from './appointment-url.js';
import { Appointment } from './appointment.entity.js';
import { respondentEvent, teamEvent } from './describe-appointment.js';
import { organizerChanges, type AppointmentFacts } from './organizer-changes.js';
import { RespondentLetters } from './respondent-letters.service.js';

type Change = 'booked' | 'moved' | 'changed' | 'again' | 'cancelled';

interface Scene {
  readonly appointment: Appointment;
  readonly study: Study;
  readonly site: Site;
  readonly interviewer: Account;
  readonly pseudonym: string | null;
  readonly change: Change;
  /** Goes out once more as it stands, instead of being changed. */
  readonly again?: Invitation;
}

/** Tells everybody concerned, each in a mail and a calendar entry of their own. Joins the caller's transaction. */
@Injectable()
export class AppointmentMail {
  constructor(
    private readonly em: EntityManager,
    private readonly invitations: Invitations,
    private readonly letters: RespondentLetters,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async booked(appointment: Appointment): Promise<void> {
    const scene = await this.scene(appointment, 'booked');
    await this.tellInterviewer(scene, ['start']);
    await this.tellRespondent(scene, ['start']);
  }

  /** `was` is the appointment before; somebody who no longer takes part has their entry cancelled. */
  async moved(appointment: Appointment, was: AppointmentFacts): Promise<void> {
    const changes = organizerChanges(was, appointment);
    const isMoved = changes.includes('start') || changes.includes('end');
    const scene = await this.scene(appointment, isMoved ? 'moved' : 'changed');
    if (changes.includes('people')) await this.replaceInterviewer(scene, was);
    else await this.tellInterviewer(scene, changes);
    await this.tellRespondent(scene, changes);
  }

  async cancelled(appointment: Appointment): Promise<void> {
    const scene = await this.scene(appointment, 'cancelled');
    await this.tellInterviewer(scene, ['cancel']);
    await this.tellRespondent(scene, ['cancel']);
  }

  /** What one participant was sent, once more and as it stands now; false when there is no address to send it to. */
  async again(appointment: Appointment, invitation: Invitation): Promise<boolean> {
    const change = invitation.cancelledAt ? 'cancelled' : 'again';
    const scene = { ...(await this.scene(appointment, change)), again: invitation };
    if (invitation.participantKind === 'respondent') return this.tellRespondent(scene, []);
    // Somebody who no longer takes part gets their cancellation again.
    const interviewer = await this.em.findOneOrFail(Account, { id: invitation.participantId });
    return this.tellInterviewer({ ...scene, interviewer }, []);
  }

  /** To who comes instead it is a new appointment, whatever it was to somebody else. */
  private async replaceInterviewer(scene: Scene, was: AppointmentFacts): Promise<void> {
    const former = await this.em.findOneOrFail(Account, { id: was.interviewerId });
    await this.tellInterviewer({ ...scene, interviewer: former, change: 'cancelled' }, ['remove'], was);
    await this.tellInterviewer({ ...scene, change: 'booked' }, ['start']);
  }

  private async scene(appointment: Appointment, change: Change): Promise<Scene> {
    const { studyId, siteId, interviewerId, respondentId } = appointment;
    const respondent = respondentId ? await this.em.findOneOrFail(Respondent, { id: respondentId }) : null;
    return {
      appointment,
      change,
      pseudonym: respondent?.pseudonym ?? null,
      study: await this.em.findOneOrFail(Study, { id: studyId }),
      site: await this.em.findOneOrFail(Site, { id: siteId }),
      interviewer: await this.em.findOneOrFail(Account, { id: interviewerId }),
    };
  }

  private async tellRespondent(scene: Scene, changes: readonly OrganizerChange[]): Promise<boolean> {
    const { appointment, study, site, change } = scene;
    const to = appointment.respondentId && (await this.letters.addressee(appointment.respondentId));
    if (!to) return false;
    const interviewer = scene.interviewer.name;
    const event = respondentEvent(scene, { language: to.language, interviewer });
    const participant = {
      kind: 'respondent',
      id: to.respondentId,
      name: to.name,
      address: to.address,
    } as const;
    const calendar = await this.calendarPart(scene, { participant, changes, event });
    if (!calendar) return false;
    const place = placeOf(appointment, site, to.language);
    const document = appointmentMail({
      ...this.letters.frame(to, study),
      change,
      moment: { start: appointment.startsAt, end: appointment.endsAt, place },
      interviewer,
      routeUrl: routeUrl(appointment, site),
    });
    await this.letters.send(to, {
      kind: `appointment-${change}`,
      document,
      calendar,
    });
    return true;
  }

  private async tellInterviewer(
    scene: Scene,
    changes: readonly OrganizerChange[],
    facts: AppointmentFacts = scene.appointment,
  ): Promise<boolean> {
    const { appointment, study, site, interviewer, pseudonym, change } = scene;
    const { name, email: address, id, language } = interviewer;
    const url = appointmentUrl(this.config, study, appointment.id);
    const { kind } = appointment;
    const described = { study, site, appointment: { id: appointment.id, kind, ...timesOf(facts) } };
    const event = teamEvent(described, { language, pseudonym, url });
    const participant = { kind: 'interviewer', id, name, address } as const;
    const calendar = await this.calendarPart(scene, { participant, changes, event });
    if (!calendar) return false;
    const place = placeOf(facts, site, language);
    const { start, end, zone } = event;
    const letter = { language, zone, studyTitle: study.title, change, kind, pseudonym, siteName: site.name };
    await this.outbox.enqueue({
      studyId: study.id,
      kind: `interviewer-${change}`,
      about: pseudonym ?? site.code,
      subjectId: appointment.id,
      to: { name, address },
      language,
      document: interviewerMail({ ...letter, start, end, place, url }),
      calendar,
      thread: appointment.id,
    });
    return true;
  }

  private async calendarPart({ change, again }: Scene, { participant, event, changes }: Told) {
    if (again) return this.invitations.again(again, participant, event);
    if (change === 'cancelled') return this.invitations.cancel(participant, event);
    // Nobody has an entry of what is new to them, so none is looked for.
    if (change === 'booked') return this.invitations.invite(participant, event);
    return this.invitations.change(participant, event, changes);
  }
}

interface Told {
  readonly participant: Participant;
  readonly event: InvitedEvent;
  readonly changes: readonly OrganizerChange[];
}

function timesOf({ startsAt, endsAt, interviewerId, mode, place }: AppointmentFacts): AppointmentFacts {
  return { startsAt, endsAt, interviewerId, mode, place };
}
