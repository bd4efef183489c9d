import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import type { OutcomeReason } from '../calendar/itip/mail-outcome.js';
import { DAY } from '../kernel/time/zone.js';
import { InvitedSubjects } from './invited-subjects.js';

/** Two programs that answer each other stop here. */
const MOST_PER_DAY = 3;

/** Sends what stands once more, a few times a day at most. Joins the caller's transaction, which holds the invitation. */
@Injectable()
export class SendAgain {
  constructor(private readonly subjects: InvitedSubjects) {}

  async send(invitation: Invitation, now: Date): Promise<OutcomeReason> {
    const since = invitation.sentAgainSince;
    const isNewDay = !since || now.getTime() - since.getTime() >= DAY;
    if (isNewDay) {
      invitation.sentAgain = 0;
      invitation.sentAgainSince = now;
    }
    if (invitation.sentAgain >= MOST_PER_DAY) return 'sent-often';
    if (!(await this.subjects.of(invitation).sendAgain(invitation))) return 'no-address';
    invitation.sentAgain += 1;
    return 'sent-again';
  }
}
