import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../kernel/http/domain-error.js';
import { Jobs } from '../kernel/jobs/jobs.js';
import { Clock } from '../kernel/time/clock.js';
import { FollowDecline, type Declined } from './follow-decline.service.js';

/** Does what studies' settings ask when a respondent declines; what cannot be done is left to the coordinator. */
@Injectable()
export class FollowDeclines implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly orm: MikroORM,
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly acting: FollowDecline,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'follow-declines', everySeconds: 60, handler: () => this.follow() });
  }

  /** Each in a transaction of its own, so that one which is refused stops no other. */
  async follow(): Promise<void> {
    for (const declined of await this.declined())
      await RequestContext.create(this.orm.em, () => this.acting.follow(declined)).catch(whenRefused);
  }

  /** Not while the respondent waits for the answer to a proposal of theirs. */
  private declined(): Promise<Declined[]> {
    return this.em.execute<Declined[]>(
      `select i.id as "invitationId", s.interviews->>'onDecline' as wish
       from study s
       join appointment a on a.study_id = s.id and a.status = 'scheduled' and a.starts_at > ?
       join invitation i on i.study_id = a.study_id and i.subject_id = a.id
                        and i.participant_kind = 'respondent' and i.answer = 'declined' and i.cancelled_at is null
       where s.interviews->>'onDecline' in ('cancel', 'offer-anew')
         and not exists (select from incoming_message m
                         where m.invitation_id = i.id and m.status = 'waiting' and m.proposed_start is not null)
       limit 50`,
      [this.clock.now()],
    );
  }
}

function whenRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
