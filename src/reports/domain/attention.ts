/** What may need a person, the most urgent first. */
export const attentionKinds = [
  'mail-failed',
  'outcome-missing',
  'declined',
  'other-time',
  'proposal',
  'message',
  'offer-expired',
  'offer-expiring',
  'site-refused',
  'meeting-date',
  'nobody-identified',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export interface AttentionItem {
  readonly kind: AttentionKind;
  /** A pseudonym, a site, a meeting's title, the kind of a mail: never a person's name. */
  readonly name: string;
  /** The respondent, appointment, site or meeting that it is about. */
  readonly subjectId: string | null;
  /** When it happened or is due. */
  readonly at: Date | null;
}

/** Kinds that say nothing about a single respondent, for readers who see progress only. */
const impersonal: ReadonlySet<AttentionKind> = new Set(['site-refused', 'meeting-date', 'nobody-identified']);

export const isImpersonal = ({ kind }: Pick<AttentionItem, 'kind'>): boolean => impersonal.has(kind);

/** By kind, and within it what is due first. */
export function byUrgency(items: readonly AttentionItem[]): readonly AttentionItem[] {
  const rank = new Map(attentionKinds.map((kind, index) => [kind, index]));
  const time = ({ at }: AttentionItem) => at?.getTime() ?? Number.POSITIVE_INFINITY;
  return items.toSorted((a, b) => rank.get(a.kind)! - rank.get(b.kind)! || compare(time(a), time(b)));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
