import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { LedgerEntry } from '../kernel/ledger/ledger-entry.entity.js';
import { Ledger } from '../kernel/ledger/ledger.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyScope } from '../studies/study-scope.js';
import { lockRespondent } from './lock-respondent.js';
import type { Respondent, StatusChange } from './respondent.entity.js';
import { manualTransitions, respondentStatuses, type RespondentStatus } from './respondent-status.js';
import { NothingToUndo, RespondentNotFound, StatusRefused } from './respondents.errors.js';

/** A change of mind comes soon; later changes go by the table. */
const undoMs = 10 * 60_000;
const kind = 'respondent.status-changed';

/** Statuses that people choose, as opposed to those that follow from offers and appointments. */
@Injectable()
export class RespondentStatuses {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. Throws StatusRefused for what the table or an appointment forbids. */
  set(scope: StudyScope, respondent: Respondent, to: RespondentStatus): void {
    const from = respondent.status;
    if (from === to) return;
    if (!manualTransitions(from).includes(to)) throw new StatusRefused(from, to);
    this.write(scope, respondent, { from, to });
  }

  /** Takes back the last choice of this actor, if it is recent and still stands. Throws NothingToUndo. */
  async undo(scope: StudyScope, id: string): Promise<void> {
    await this.em.transactional(async () => {
      const { studyId } = scope;
      const respondent = await lockRespondent(this.em, { id, studyId });
      if (!respondent) throw new RespondentNotFound();
      const last = await this.em.findOne(
        LedgerEntry,
        { studyId, subjectId: id, kind },
        { orderBy: { at: 'desc', id: 'desc' } },
      );
      const from = last && this.undoable(last, scope, respondent);
      if (!from) throw new NothingToUndo();
      this.write(scope, respondent, { from: respondent.status, to: from, undo: true });
    });
  }

  private undoable({ at, actorId, data }: LedgerEntry, scope: StudyScope, { status }: Respondent) {
    const isRecent = this.clock.now().getTime() - at.getTime() < undoMs;
    const stands = data.to === status && data.undo !== true && actorId === scope.actorId;
    return isRecent && stands ? respondentStatuses.find((known) => known === data.from) : undefined;
  }

  private write(
    { studyId, actorId }: StudyScope,
    respondent: Respondent,
    data: StatusChange & { undo?: true },
  ): void {
    respondent.status = data.to;
    this.ledger.append({ studyId, kind, actorId, subjectId: respondent.id, data: { ...data } });
  }
}
