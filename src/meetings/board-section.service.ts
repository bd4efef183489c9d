import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StudyFile } from '../studies/domain/study-file.schema.js';
import type { StudySection } from '../studies/study-sections.js';
import type { Study } from '../studies/study.entity.js';
import { Board } from './board.entity.js';
import { BoardMembers } from './board-members.service.js';
import { PlannedMeetings } from './planned-meetings.service.js';

/** The sounding board of the study file: its name, members and meetings. */
@Injectable()
export class BoardSection implements StudySection {
  constructor(
    private readonly em: EntityManager,
    private readonly members: BoardMembers,
    private readonly meetings: PlannedMeetings,
  ) {}

  /** Nobody is mailed: what changed is told when a coordinator sends the agenda. */
  async apply(study: Study, { soundingBoard }: StudyFile): Promise<void> {
    const meetings = await this.meetings.locked(study.id);
    await this.writeName(study, soundingBoard?.name);
    const seatsChanged = await this.members.write(study, soundingBoard?.members ?? []);
    await this.meetings.write(study, soundingBoard?.meetings ?? [], meetings);
    if (seatsChanged) await this.meetings.takeTime(meetings);
  }

  async read(study: Study): Promise<Partial<StudyFile>> {
    const board = await this.em.findOne(Board, { studyId: study.id });
    if (!board) return {};
    const members = await this.members.describe(study.id);
    return { soundingBoard: { name: board.name, members, meetings: await this.meetings.describe(study.id) } };
  }

  private async writeName({ id: studyId }: Study, name: string | undefined): Promise<void> {
    const board = await this.em.findOne(Board, { studyId });
    if (name === undefined) {
      if (board) this.em.remove(board);
    } else if (board) board.name = name;
    else this.em.create(Board, { studyId, name }, { persist: true });
  }
}
