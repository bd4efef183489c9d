import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Invitation, type InvitationSubject, type ParticipantKind } from '../calendar/invitation.entity.js';
import type { IncomingMail } from '../calendar/itip/incoming-mail.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Clock } from '../kernel/time/clock.js';
import { SentMailReadModel } from '../mail/sent-mail.read-model.js';

/** What a mail is about, as far as that is known. */
export interface About {
  readonly studyId: string | null;
  readonly invitationId?: string;
  readonly subject?: InvitationSubject;
  readonly subjectId?: string;
  readonly participantKind?: ParticipantKind;
  readonly participantId?: string;
}

const nothing: About = { studyId: null };

/** Finds the study and the person of a mail that names no invitation: by the mail it answers, else by who wrote it. */
@Injectable()
export class Attribution {
  constructor(
    private readonly em: EntityManager,
    private readonly sent: SentMailReadModel,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  async of({ answersTo, from }: Pick<IncomingMail, 'answersTo' | 'from'>): Promise<About> {
    const answered = await this.answered(answersTo);
    if (answered) return answered;
    return (from && (await this.person(from.address))) ?? nothing;
  }

  /** The one respondent or board member with this address in a study that may still keep contact details. */
  async person(address: string): Promise<About | null> {
    const today = this.clock.now();
    const studies = await this.em.execute<{ id: string }[]>(
      `select id from study where contact_data_until >= ?::date - 1`,
      [today],
    );
    if (studies.length === 0) return null;
    const keys = studies.map(({ id }) => ({
      study: id,
      index: this.cipher.blindIndex(id, address).toString('hex'),
    }));
    const found = await this.em.execute<{ studyId: string; kind: ParticipantKind; id: string }[]>(
      `select c.study_id as "studyId", c.kind, coalesce(r.id, m.id) as id
       from json_to_recordset(?::json) as k(study uuid, index text)
       join contact_details c on c.study_id = k.study and c.kind in ('respondent', 'board-member')
                             and c.email_index = decode(k.index, 'hex')
       left join respondent r on r.contact_id = c.id
       left join board_member m on m.contact_id = c.id
       where coalesce(r.id, m.id) is not null limit 2`,
      [JSON.stringify(keys)],
    );
    const [only, another] = found;
    // Somebody in two studies means neither for sure: a person decides.
    if (!only || another) return null;
    return { studyId: only.studyId, participantKind: only.kind, participantId: only.id };
  }

  async invitation(uid: string): Promise<About | null> {
    const found = await this.em.findOne(Invitation, { uid });
    return found && aboutInvitation(found);
  }

  /** What the subject of one of our mails is: a respondent, an appointment or a meeting. */
  async subject({ studyId, subjectId }: { studyId: string | null; subjectId: string }): Promise<About> {
    const [row] = await this.em.execute<{ kind: 'respondent' | InvitationSubject }[]>(
      `select 'respondent' as kind from respondent where id = ?
       union all select 'appointment' from appointment where id = ?
       union all select 'meeting' from meeting where id = ?`,
      [subjectId, subjectId, subjectId],
    );
    if (row?.kind === 'respondent')
      return { studyId, participantKind: 'respondent', participantId: subjectId };
    return row ? { studyId, subject: row.kind, subjectId } : { studyId };
  }

  private async answered(messageIds: readonly string[]): Promise<About | null> {
    const mail = await this.sent.find(messageIds);
    if (!mail) return null;
    const { studyId, calendarUid, subjectId } = mail;
    const invited = calendarUid ? await this.invitation(calendarUid) : null;
    return invited ?? (subjectId ? this.subject({ studyId, subjectId }) : { studyId });
  }
}

/** Everything that an invitation says. */
export function aboutInvitation(invitation: Invitation): Required<About> {
  const { id: invitationId, studyId, subject, subjectId, participantKind, participantId } = invitation;
  return { invitationId, studyId, subject, subjectId, participantKind, participantId };
}
