import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Respondent } from '../respondents/respondent.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import type { Study } from '../studies/study.entity.js';
import { offerMail, type RespondentMail } from '../../templates/mail/appointment-mails.js';
import { placeOf } from './appointment-place.js';
import type { MailDocument } from '../mail/mail-document.js';
import type { PlannedOffer } from './offers.service.js';
import type { OfferSlot } from './offer-slot.entity.js';
import type { Offer } from './offer.entity.js';
import { RespondentLetters } from './respondent-letters.service.js';

/** The mail that puts an offer to its respondent. */
@Injectable()
export class OfferMail {
  constructor(
    private readonly em: EntityManager,
    private readonly letters: RespondentLetters,
  ) {}

  /** The address of the respondent's page, or null when there is no mail address to send it to. */
  async send(
    study: Study,
    respondent: Respondent,
    { offer, slots }: { offer: Offer; slots: readonly OfferSlot[] },
  ): Promise<string | null> {
    const to = await this.letters.addressee(respondent.id);
    if (!to) return null;
    const moments = slots.map(({ startsAt: start, endsAt: end, mode }) => ({ start, end, mode }));
    const about = { study, siteId: respondent.siteId, moments, deadline: offer.expiresAt };
    const document = await this.compose(this.letters.frame(to, study), about);
    await this.letters.send(to, { kind: 'offer', document, thread: offer.id });
    return to.url;
  }

  /** The mail as it would be sent, its link left out; null when there is no address. */
  async preview({ study, respondent, choices, expiresAt }: PlannedOffer): Promise<MailDocument | null> {
    const to = await this.letters.addressee(respondent.id);
    if (!to) return null;
    const frame = { ...this.letters.frame(to, study), url: `${new URL(to.url).origin}/r/…` };
    return this.compose(frame, { study, siteId: respondent.siteId, moments: choices, deadline: expiresAt });
  }

  private async compose(frame: RespondentMail, { study, siteId, moments, deadline }: OfferedMoments) {
    const site = await this.em.findOneOrFail(Site, { id: siteId });
    return offerMail({
      ...frame,
      moments: moments.map(({ start, end, mode }) => ({
        start,
        end,
        place: placeOf({ mode }, site, frame.language),
      })),
      durationMinutes: interviewRules(study.interviews).durationMinutes,
      deadline,
    });
  }
}

interface OfferedMoments {
  readonly study: Study;
  readonly siteId: string;
  readonly moments: readonly Pick<PlannedOffer['choices'][number], 'start' | 'end' | 'mode'>[];
  readonly deadline: Date;
}
