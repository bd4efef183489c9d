import type { AgendaItemContent, MeetingContent } from './meeting-content.js';

export interface MeetingFacts {
  readonly title: string;
  readonly startsAt?: Date | null | undefined;
  readonly endsAt?: Date | null | undefined;
  readonly place?: string | null | undefined;
  readonly videoUrl?: string | null | undefined;
}

type ItemFacts = Omit<AgendaItemContent, 'presenter' | 'note'> & {
  readonly presenter?: string | null | undefined;
  readonly note?: string | null | undefined;
};

/** A meeting and its items, in their order, as members are told of them. */
export function contentOf(meeting: MeetingFacts, items: readonly ItemFacts[]): MeetingContent {
  const { title, startsAt, endsAt, place = null, videoUrl = null } = meeting;
  return {
    title,
    place,
    videoUrl,
    start: startsAt?.toISOString() ?? null,
    end: endsAt?.toISOString() ?? null,
    items: items.map(({ id, title, presenter, minutes, purpose, note }) => ({
      id,
      title,
      presenter: presenter ?? null,
      minutes,
      purpose,
      note: note ?? null,
    })),
  };
}
