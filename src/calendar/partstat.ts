import type { Answer } from './invitation.entity.js';
import type { ParticipationStatus } from './itip/calendar-entry.js';

const partstats: Readonly<Record<Answer, ParticipationStatus>> = {
  'needs-action': 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  tentative: 'TENTATIVE',
  declined: 'DECLINED',
};

/** An answer as calendars spell it (RFC 5545 3.2.12). */
export const toPartstat = (answer: Answer): ParticipationStatus => partstats[answer];
