import type { StudyRoleName } from '../../../auth/study-role.entity.js';
import { seesOwnAppointments, seesWholeStudy, type FeedKind } from './feed-kinds.js';

/** Entries of one study that a feed shows: what somebody holds, a site's appointments, or everything of its team. */
export interface FeedPart {
  readonly studyId: string;
  readonly by: 'holder' | 'site' | 'team';
  readonly id: string;
}

export interface FeedSubject {
  readonly kind: FeedKind;
  readonly ownerId: string;
  readonly scopeId: string;
  readonly studyId: string | null;
}

/** What a feed shows of the studies in which its owner has a role now, by study. Nothing of any other. */
export function feedParts(feed: FeedSubject, roles: ReadonlyMap<string, StudyRoleName>): FeedPart[] {
  const { kind, ownerId, scopeId, studyId } = feed;
  if (kind === 'account') return [...roles].flatMap(([id, role]) => ownParts(ownerId, id, role));
  if (studyId === null) return [];
  if (kind === 'board-member') return [{ studyId, by: 'holder', id: ownerId }];
  const role = roles.get(studyId);
  if (!role || !seesWholeStudy(role)) return [];
  return [{ studyId, by: kind === 'site' ? 'site' : 'team', id: scopeId }];
}

/** One's own appointments, and the meetings that the whole team sees. */
function ownParts(accountId: string, studyId: string, role: StudyRoleName): FeedPart[] {
  const meetings = { studyId, by: 'holder', id: studyId } as const;
  return seesOwnAppointments(role) ? [{ studyId, by: 'holder', id: accountId }, meetings] : [meetings];
}
