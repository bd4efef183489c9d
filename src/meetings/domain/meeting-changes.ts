import type { AgendaItemContent, MeetingContent } from './meeting-content.js';

/** One difference between two versions of a meeting. */
export type MeetingChange =
  | { readonly kind: 'title' | 'start' | 'end' | 'place' | 'video' | 'mode' | 'order' }
  | { readonly kind: 'item-added' | 'item-removed' | 'item-changed'; readonly title: string };

/** How a meeting differs from what it was; empty when members would be told the same. */
export function meetingChanges(was: MeetingContent, is: MeetingContent): MeetingChange[] {
  return [...detailChanges(was, is), ...itemChanges(was.items, is.items)];
}

function detailChanges(was: MeetingContent, is: MeetingContent): MeetingChange[] {
  const modeChanged = isOnSite(was) !== isOnSite(is) || isOnline(was) !== isOnline(is);
  const happened = {
    title: was.title !== is.title,
    start: was.start !== is.start,
    end: was.end !== is.end,
    mode: modeChanged,
    place: was.place !== is.place && !modeChanged,
    video: was.videoUrl !== is.videoUrl && !modeChanged,
  };
  const kinds = Object.keys(happened) as (keyof typeof happened)[];
  return kinds.filter((kind) => happened[kind]).map((kind) => ({ kind }));
}

const isOnSite = ({ place }: MeetingContent) => place !== null;
const isOnline = ({ videoUrl }: MeetingContent) => videoUrl !== null;

function itemChanges(was: readonly AgendaItemContent[], is: readonly AgendaItemContent[]): MeetingChange[] {
  const before = new Map(was.map((item) => [item.id, item]));
  const after = new Map(is.map((item) => [item.id, item]));
  const changes = is.flatMap((item): MeetingChange[] => {
    const old = before.get(item.id);
    if (!old) return [{ kind: 'item-added', title: item.title }];
    return sameItem(old, item) ? [] : [{ kind: 'item-changed', title: item.title }];
  });
  const removed = was.filter(({ id }) => !after.has(id));
  return [
    ...changes,
    ...removed.map(({ title }): MeetingChange => ({ kind: 'item-removed', title })),
    ...(sameOrder(was, is) ? [] : [{ kind: 'order' } as const]),
  ];
}

const sameItem = (a: AgendaItemContent, b: AgendaItemContent) =>
  (['title', 'presenter', 'minutes', 'purpose', 'note'] as const).every((key) => a[key] === b[key]);

/** Whether the items that stand in both have kept their order. */
function sameOrder(was: readonly AgendaItemContent[], is: readonly AgendaItemContent[]): boolean {
  return keptIds(was, is).join() === keptIds(is, was).join();
}

const keptIds = (of: readonly AgendaItemContent[], other: readonly AgendaItemContent[]) =>
  of.filter(({ id }) => other.some((item) => item.id === id)).map(({ id }) => id);
