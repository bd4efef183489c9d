import type { FeedItem } from '../calendar/feeds/domain/feed-item.js';
import type { Study } from '../studies/study.entity.js';
import { calendarTexts } from '../../templates/mail/calendar-texts.js';
import type { MeetingContent } from './domain/meeting-content.js';
import type { MeetingStatus } from './meeting-status.js';
import type { Meeting } from './meeting.entity.js';

export interface MeetingScene {
  readonly meeting: Meeting;
  readonly study: Pick<Study, 'id' | 'title' | 'language' | 'timezone'>;
  readonly boardName: string;
  /** Of the meeting's page, behind signing in. */
  readonly url: string;
}

/** A meeting with a date in the feeds of the team. The link of a video call stays on the meeting's page. */
export function teamFeedItem(scene: MeetingScene): FeedItem {
  const { meeting, study, url } = scene;
  const { title, place, videoUrl, startsAt, endsAt } = meeting;
  return {
    ...frame(scene, { title, place: place ?? null, videoUrl: videoUrl ?? null }),
    audience: 'team',
    holderId: study.id,
    start: startsAt!,
    end: endsAt!,
    url,
  };
}

/** A meeting in the feed of a board member: what they were sent last, never what is still being prepared. */
export function boardFeedItem(
  scene: MeetingScene,
  content: MeetingContent,
  { memberId, isOff }: { readonly memberId: string; readonly isOff: boolean },
): FeedItem {
  const item = frame(scene, content);
  return {
    ...item,
    audience: 'board-member',
    holderId: memberId,
    start: new Date(content.start!),
    end: new Date(content.end!),
    isCancelled: item.isCancelled || isOff,
  };
}

function frame(
  { meeting, study, boardName }: MeetingScene,
  { title, place, videoUrl }: Pick<MeetingContent, 'title' | 'place' | 'videoUrl'>,
) {
  const texts = calendarTexts[study.language];
  const status: MeetingStatus = meeting.status;
  const where = [...(place ? [place] : []), ...(videoUrl ? [texts.online] : [])];
  return {
    subject: 'meeting',
    subjectId: meeting.id,
    siteId: null,
    zone: study.timezone,
    summary: `${boardName}: ${title}`,
    description: texts.meeting(study.title),
    ...(where.length > 0 && { location: where.join(', ') }),
    isCancelled: status === 'cancelled',
  } as const;
}
