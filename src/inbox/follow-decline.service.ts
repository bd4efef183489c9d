import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ChangeAppointment } from '../appointments/change-appointment.service.js';
import { OfferAnew } from '../appointments/offer-anew.service.js';
import { Invitation } from '../calendar/invitation.entity.js';
import { InvitedSubjects } from './invited-subjects.js';

export interface Declined {
  readonly invitationId: string;
  readonly wish: 'cancel' | 'offer-anew';
}

/** Acts on one decline, if it still stands. */
@Injectable()
export class FollowDecline {
  constructor(
    private readonly em: EntityManager,
    private readonly subjects: InvitedSubjects,
    private readonly change: ChangeAppointment,
    private readonly anew: OfferAnew,
  ) {}

  /** One transaction. Throws the refusals of cancelling and offering; then nothing was done. */
  follow({ invitationId, wish }: Declined): Promise<void> {
    return this.em.transactional(async () => {
      const found = await this.em.findOneOrFail(Invitation, { id: invitationId });
      const party = await this.subjects.of(found).stand(found);
      const { answer, cancelledAt, subjectId } = await this.em.refreshOrFail(found);
      if (!party?.isOpen || answer !== 'declined' || cancelledAt) return;
      if (wish === 'offer-anew') await this.anew.offer(subjectId, null);
      else await this.change.cancel(subjectId, {}, null);
    });
  }
}
