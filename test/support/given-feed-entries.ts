import { writePublished } from '../../src/calendar/itip/write-calendar-object.js';
import { eventOf } from '../../src/calendar/itip/write-feed.js';
import { FeedEntry } from '../../src/calendar/feeds/feed-entry.entity.js';
import { newId } from '../../src/kernel/database/new-id.js';
import type { MikroORM } from '@mikro-orm/postgresql';

export interface GivenEntries {
  readonly studyId: string;
  readonly interviewerId: string;
  readonly count: number;
}

const hour = 3_600_000;
const first = Date.parse('2027-01-04T08:00:00Z');
const changedAt = new Date('2026-12-07T08:00:00Z');

/** One of many like it: an interview as the product writes it. */
export const givenPublished = (n: number, uid: string = newId()) => ({
  uid: `${uid}@feed.veldwerk`,
  sequence: 0,
  stampedAt: changedAt,
  start: new Date(first + n * 2 * hour),
  end: new Date(first + n * 2 * hour + hour),
  zone: 'Europe/Amsterdam',
  summary: `Interview ZWO-SW-${n} · Sociaal team Zeewolde`,
  description: 'Onderzoek: Sociale teams en de politie',
  location: 'Sociaal team Zeewolde, Raadhuisstraat 1, 3891 ER Zeewolde',
  organizer: { name: 'Veldwerk', address: 'planning@localhost' },
  url: `https://veldwerk.example/studies/STP/appointments/${uid}`,
  status: 'CONFIRMED' as const,
});

/** So many interviews of one interviewer, as they stand in feeds, without the way that led to them. */
export async function givenFeedEntries(
  orm: MikroORM,
  { studyId, interviewerId, count }: GivenEntries,
): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, (_, n) => {
    const subjectId = newId();
    const event = eventOf(writePublished(givenPublished(n, subjectId)));
    const shown = { studyId, subject: 'appointment', audience: 'interviewer' } as const;
    const times = { changedAt, cancelledAt: null, revision: 0, digest: String(n) };
    return { id: newId(), ...shown, subjectId, holderId: interviewerId, siteId: null, event, ...times };
  });
  for (let at = 0; at < count; at += 1_000)
    await orm.em.fork().insertMany(FeedEntry, rows.slice(at, at + 1_000));
  return rows.map(({ subjectId }) => subjectId);
}
