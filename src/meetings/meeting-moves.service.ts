import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation } from '../calendar/invitation.entity.js';
import type { Organizer, ProposalObstacle } from '../calendar/invited-subject.js';
import type { ProposedTime } from '../calendar/itip/read-proposal.js';
import { Calendars } from '../scheduling/calendars.read-model.js';
import { BoardMember } from './board-member.entity.js';
import { Meetings } from './meetings.service.js';
import { SendAgenda } from './send-agenda.service.js';

const busy = {
  nl: 'Een lid van de klankbordgroep heeft dan al iets anders.',
  en: 'A member of the sounding board has something else at that time.',
} as const;

/** Moves a meeting that members know of, and tells them in the same transaction. */
@Injectable()
export class MeetingMoves {
  constructor(
    private readonly em: EntityManager,
    private readonly calendars: Calendars,
    private readonly meetings: Meetings,
    private readonly agenda: SendAgenda,
  ) {}

  async obstacle(
    { studyId, subjectId }: Invitation,
    { start, end }: ProposedTime,
  ): Promise<ProposalObstacle | null> {
    const members = await this.em.find(BoardMember, { studyId, leftAt: null });
    const range = { start: start.getTime(), end: end.getTime() };
    const taken = await this.calendars.taken(
      members.map(({ id }) => id),
      { range, except: subjectId },
    );
    return taken.length > 0 ? { texts: busy, canSetAside: false } : null;
  }

  async move(
    organizer: Organizer,
    id: string,
    time: { readonly start: Date; readonly durationMinutes: number },
  ): Promise<void> {
    await this.meetings.change(organizer, id, time);
    await this.em.flush();
    await this.agenda.send(organizer, id, { resend: false });
  }
}
