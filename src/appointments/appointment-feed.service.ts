import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FeedItem } from '../calendar/feeds/domain/feed-item.js';
import { FeedEntries } from '../calendar/feeds/feed-entries.service.js';
import { FeedSources, type FeedSource } from '../calendar/feeds/feed-sources.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Respondent } from '../respondents/respondent.entity.js';
import { Site } from '../studies/site.entity.js';
import { Study } from '../studies/study.entity.js';
import { Appointment } from './appointment.entity.js';
import { feedItem } from './describe-appointment.js';
import type { AppointmentFacts } from './organizer-changes.js';

const BATCH = 100;

/** Appointments in the calendar feeds of the team. Joins the caller's transaction, which holds the appointment's row. */
@Injectable()
export class AppointmentFeed implements FeedSource, OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly entries: FeedEntries,
    private readonly sources: FeedSources,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** One that is booked in this transaction. */
  async add(appointment: Appointment): Promise<void> {
    this.entries.add(appointment.studyId, [await this.item(appointment)]);
  }

  /** `was`: before a move. Whose it no longer is keeps it as cancelled for a while. */
  async change(appointment: Appointment, was?: AppointmentFacts): Promise<void> {
    const item = await this.item(appointment);
    const isTaken = was !== undefined && was.interviewerId !== appointment.interviewerId;
    await this.entries.put(appointment.studyId, isTaken ? [former(item, was), item] : [item]);
  }

  async refreshFeed(studyId: string, after: string | null): Promise<string | null> {
    const appointments = await this.em.find(
      Appointment,
      { studyId, ...(after && { id: { $gt: after } }) },
      { orderBy: { id: 'asc' }, limit: BATCH, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    for (const appointment of appointments) await this.change(appointment);
    return appointments.at(-1)?.id ?? null;
  }

  private async item(appointment: Appointment): Promise<FeedItem> {
    const { id, studyId, siteId, respondentId } = appointment;
    const study = await this.em.findOneOrFail(Study, { id: studyId });
    const site = await this.em.findOneOrFail(Site, { id: siteId });
    const respondent = respondentId ? await this.em.findOneOrFail(Respondent, { id: respondentId }) : null;
    const url = `${this.config.publicUrl}/studies/${study.code}/appointments/${id}`;
    const about = { language: study.language, pseudonym: respondent?.pseudonym ?? null, url };
    return feedItem({ appointment, study, site }, about);
  }
}

/** What stays with who held it before: the time as they knew it, called off. */
const former = (item: FeedItem, { interviewerId, startsAt, endsAt }: AppointmentFacts): FeedItem => ({
  ...item,
  audience: 'former-interviewer',
  holderId: interviewerId,
  start: startsAt,
  end: endsAt,
  isCancelled: true,
});
