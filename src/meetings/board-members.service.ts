import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../auth/capability-links.service.js';
import { Feeds } from '../calendar/feeds/feeds.service.js';
import { Invitation } from '../calendar/invitation.entity.js';
import { Clock } from '../kernel/time/clock.js';
import type { StudyFile } from '../studies/domain/study-file.schema.js';
import type { Study } from '../studies/study.entity.js';
import type { Contact } from '../vault/contact.schema.js';
import { Vault, type ReadingReason } from '../vault/vault.service.js';
import { BoardMember } from './board-member.entity.js';
import type { BoardSeat } from './domain/plan-sending.js';

type FileMember = NonNullable<StudyFile['soundingBoard']>['members'][number];

/** A member beside a meeting: who it is, and the invitation that stands in their calendar. */
export interface Seat {
  readonly member: BoardMember;
  readonly contact: Contact | undefined;
  readonly invitation: Invitation | undefined;
}

/** Who is on the board. A member whom the file no longer names leaves, and keeps what they were sent until then. */
@Injectable()
export class BoardMembers {
  constructor(
    private readonly em: EntityManager,
    private readonly vault: Vault,
    private readonly links: CapabilityLinks,
    private readonly feeds: Feeds,
    private readonly clock: Clock,
  ) {}

  list(studyId: string): Promise<BoardMember[]> {
    return this.em.find(BoardMember, { studyId, leftAt: null }, { orderBy: { position: 1 } });
  }

  /** As the study file names them, in its order. */
  async describe(studyId: string): Promise<FileMember[]> {
    const members = await this.list(studyId);
    const contacts = await this.contacts(members, { actorId: null, reason: 'study file' });
    return members.flatMap(({ id, expertise }) => {
      const { name, email } = contacts.get(id) ?? {};
      return name && email ? [{ name, email, ...(expertise ? { expertise } : {}) }] : [];
    });
  }

  /** Makes the board consist of these people, known by their address; true when somebody joined or left. */
  async write(study: Study, wanted: readonly FileMember[]): Promise<boolean> {
    const stored = await this.em.find(BoardMember, { studyId: study.id });
    const group = { studyId: study.id, kind: 'board-member' } as const;
    const contacts = await this.vault.findByEmail(
      group,
      wanted.map(({ email }) => email),
    );
    const before = new Map(stored.map((member) => [member.contactId, member]));
    const details = wanted.map(({ name, email }) => ({
      ...group,
      id: contacts.get(email),
      details: { name, email },
    }));
    const ids = await this.vault.putMany(details);
    const seated = wanted.map((given, position) => {
      const columns = { position, expertise: given.expertise ?? null, contactId: ids[position]! };
      return this.seat(study, before.get(columns.contactId), columns);
    });
    const present = new Set(seated.map(({ member }) => member));
    const leaving = stored.filter((member) => !present.has(member) && !member.leftAt);
    for (const member of leaving) await this.leave(member);
    await this.em.flush();
    return leaving.length > 0 || seated.some(({ joined }) => joined);
  }

  /**
   * Everybody a mail about the meeting may concern: the board, and who left it with an invitation in hand. Without a
   * reason to read them, nobody's contact details are.
   */
  async seats(
    meeting: { readonly id: string; readonly studyId: string },
    reading?: ReadingReason,
  ): Promise<Seat[]> {
    const subject = { subjectId: meeting.id, participantKind: 'board-member', cancelledAt: null } as const;
    const standing = await this.em.find(Invitation, { studyId: meeting.studyId, ...subject });
    const invitations = new Map(standing.map((each) => [each.participantId, each]));
    const concerned = { $or: [{ leftAt: null }, { id: { $in: [...invitations.keys()] } }] };
    const wanted = { studyId: meeting.studyId, ...concerned };
    const members = await this.em.find(BoardMember, wanted, { orderBy: { position: 1 } });
    const contacts = reading && (await this.contacts(members, reading));
    return members.map((member) => {
      return { member, contact: contacts?.get(member.id), invitation: invitations.get(member.id) };
    });
  }

  /** By member; who was erased is missing. */
  async contacts(members: readonly BoardMember[], reading: ReadingReason): Promise<Map<string, Contact>> {
    const found = await this.vault.readMany(
      members.flatMap(({ contactId }) => contactId ?? []),
      reading,
    );
    return new Map(
      members.flatMap(({ id, contactId }) => {
        const contact = contactId && found.get(contactId);
        return contact ? [[id, contact] as const] : [];
      }),
    );
  }

  private seat({ id: studyId, language }: Study, known: BoardMember | undefined, columns: SeatColumns) {
    if (!known) {
      const member = this.em.create(
        BoardMember,
        { ...columns, studyId, language, leftAt: null },
        { persist: true },
      );
      return { member, joined: true };
    }
    const joined = !!known.leftAt;
    return { member: this.em.assign(known, { ...columns, leftAt: null }), joined };
  }

  private async leave(member: BoardMember): Promise<void> {
    member.leftAt = this.clock.now();
    await this.links.revokeAll({ purpose: 'board-member', subjectId: member.id });
    await this.feeds.close({ ownerId: member.id, scopeId: member.id });
  }
}

interface SeatColumns {
  readonly position: number;
  readonly expertise: string | null;
  readonly contactId: string;
}

/** What decides the mail that somebody gets. */
export const toBoardSeat = ({ member, contact, invitation }: Seat): BoardSeat => ({
  memberId: member.id,
  hasLeft: !!member.leftAt,
  hasAddress: contact?.email !== undefined,
  isInvited: invitation !== undefined,
});
