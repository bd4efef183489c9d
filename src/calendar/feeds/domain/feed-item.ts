import type { InvitationSubject } from '../../invitation.entity.js';
import type { PublishedEntry } from '../../itip/calendar-entry.js';
import { withoutLinks } from './without-links.js';

/** To whom an entry is shown; `former-interviewer`: as cancelled to whom it was taken from, and to nobody else. */
export const feedAudiences = ['interviewer', 'former-interviewer', 'team', 'board-member'] as const;
export type FeedAudience = (typeof feedAudiences)[number];

/** An appointment or a meeting as feeds show it: pseudonyms and sites, never anybody's name or address. */
export interface FeedItem {
  readonly subject: InvitationSubject;
  readonly subjectId: string;
  readonly audience: FeedAudience;
  /** The interviewer's account, the board member, or the study for its whole team. */
  readonly holderId: string;
  readonly siteId: string | null;
  readonly start: Date;
  readonly end: Date;
  /** IANA zone whose wall clock the calendar shows. */
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  /** Behind signing in. */
  readonly url?: string;
  readonly isCancelled: boolean;
}

/** Which version of an item an entry shows. */
export interface FeedRevision {
  readonly revision: number;
  readonly changedAt: Date;
  readonly organizer: PublishedEntry['organizer'];
}

/**
 * The item as a calendar entry. Its UID is not that of any invitation: a calendar that has both would take one for the
 * other. The team shares one; each board member has their own.
 */
export function entryOf(item: FeedItem, { revision, changedAt, organizer }: FeedRevision): PublishedEntry {
  const { subjectId, holderId, audience, start, end, zone, url, isCancelled } = item;
  const owner = audience === 'board-member' ? `${subjectId}.${holderId}` : subjectId;
  return {
    uid: `${owner}@feed.veldwerk`,
    sequence: revision,
    stampedAt: changedAt,
    organizer,
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    start,
    end,
    zone,
    summary: withoutLinks(item.summary),
    description: withoutLinks(item.description),
    location: withoutLinks(item.location ?? ''),
    ...(url !== undefined && { url }),
  };
}
