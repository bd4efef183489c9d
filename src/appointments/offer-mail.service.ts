import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Respondent } from '../respondents/respondent.entity.js';
import { interviewRules } from '../studies/interview-defaults.js';
import { Site } from '../studies/site.entity.js';
import type { Study } from '../studies/study.entity.js';
import { offerMail, type RespondentMail } from '../../templates/mail/appointment-mails.js';
import { placeOf } from './appointment-place.js';
import { MailStopped } from './appointments.errors.js';
import { MailWishes } from './mail-wishes.service.js';
import type { MailDocument } from '../mail/mail-document.js';
import type { PlannedOffer } from './offers.service.js';
import type { OfferSlot } from './offer-slot.entity.js';
import type { Offer } from './offer.entity.js';
import { RespondentLetters, type Addressee } from './respondent-letters.service.js';

/** The mail that puts an offer to its respondent. */
@Injectable()
export class OfferMail {
  constructor(
    private readonly em: EntityManager,
    private readonly letters: RespondentLetters,
    private readonly wishes: MailWishes,
  ) {}

  /** The address of the respondent's page, or null when there is no mail address to send it to. Throws MailStopped. */
  async send(
    study: Study,
    respondent: Respondent,
    { offer, slots }: { offer: Offer; slots: readonly OfferSlot[] },
  ): Promise<string | null> {
    const to = await this.addressee(respondent);
    if (!to) return null;
    const moments = slots.map(({ startsAt: start, endsAt: end, mode }) => ({ start, end, mode }));
    const about = { study, siteId: respondent.siteId, moments, deadline: offer.expiresAt };
    const document = await this.compose(this.letters.frame(to, study), about);
    await this.letters.send(to, { kind: 'offer', document, isRecruitment: true });
    return to.url;
  }

  /** The mail as it would be sent, its link left out; null when there is no address. Throws MailStopped. */
  async preview({ study, respondent, choices, expiresAt }: PlannedOffer): Promise<MailDocument | null> {
    const to = await this.addressee(respondent);
    if (!to) return null;
    const url = `${new URL(to.url).origin}/r/…`;
    const frame = { ...this.letters.frame(to, study), url, mailUrl: `${url}/mail` };
    return this.compose(frame, { study, siteId: respondent.siteId, moments: choices, deadline: expiresAt });
  }

  private async addressee({ id }: Respondent): Promise<Addressee | null> {
    if (await this.wishes.isStopped(id)) throw new MailStopped();
    return this.letters.addressee(id);
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
