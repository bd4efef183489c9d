import { Injectable } from '@nestjs/common';
import { AppointmentAnswers } from '../appointments/appointment-answers.service.js';
import type { InvitationSubject } from '../calendar/invitation.entity.js';
import type { InvitedSubject } from '../calendar/invited-subject.js';
import { MeetingAnswers } from '../meetings/meeting-answers.service.js';

/** Everything that people are invited to. */
@Injectable()
export class InvitedSubjects {
  readonly #subjects: Readonly<Record<InvitationSubject, InvitedSubject>>;

  constructor(appointment: AppointmentAnswers, meeting: MeetingAnswers) {
    this.#subjects = { appointment, meeting };
  }

  of({ subject }: { readonly subject: InvitationSubject }): InvitedSubject {
    return this.#subjects[subject];
  }
}
