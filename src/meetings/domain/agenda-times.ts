export interface AgendaFrame {
  /** Absent while no date is set: then only the lengths are known. */
  readonly start?: Date | null | undefined;
  readonly durationMinutes: number;
}

export interface TimedItem<Item> {
  readonly item: Item;
  readonly start: Date | null;
  readonly end: Date | null;
}

export interface AgendaTimes<Item> {
  readonly items: readonly TimedItem<Item>[];
  readonly totalMinutes: number;
  /** Minutes by which the items exceed the meeting; 0 when they fit. */
  readonly overrunMinutes: number;
}

/**
 * When each item begins and ends: one after another from the start, without pauses. Minutes are elapsed time, so a
 * meeting through a DST night still ends on time; what the clock shows is for who writes it down.
 */
export function agendaTimes<Item extends { readonly minutes: number }>(
  { start, durationMinutes }: AgendaFrame,
  items: readonly Item[],
): AgendaTimes<Item> {
  const at = (minutes: number) => (start ? new Date(start.getTime() + minutes * 60_000) : null);
  let elapsed = 0;
  const timed = items.map((item) => {
    const from = elapsed;
    elapsed += item.minutes;
    return { item, start: at(from), end: at(elapsed) };
  });
  return { items: timed, totalMinutes: elapsed, overrunMinutes: Math.max(0, elapsed - durationMinutes) };
}
