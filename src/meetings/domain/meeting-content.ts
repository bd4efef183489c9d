export const purposes = ['inform', 'discuss', 'decide'] as const;
export type Purpose = (typeof purposes)[number];

export interface AgendaItemContent {
  /** Stays with the item through every version, so that a change of its words is no removal. */
  readonly id: string;
  readonly title: string;
  readonly presenter: string | null;
  readonly minutes: number;
  readonly purpose: Purpose;
  readonly note: string | null;
}

/** Everything of a meeting that members are told. Instants are ISO 8601 in UTC, as it is kept as JSON. */
export interface MeetingContent {
  readonly title: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly videoUrl: string | null;
  readonly items: readonly AgendaItemContent[];
}
