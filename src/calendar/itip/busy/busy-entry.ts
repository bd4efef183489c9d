import type { Length, Moment, Period } from './calendar-moment.js';
import type { RecurrenceRule } from './recurrence-rule.js';

/** Why an entry takes nobody's time. */
export type FreeReason = 'free' | 'cancelled' | 'declined' | 'own';

/** A VEVENT as far as it takes time: nothing that says what it is about. */
export interface BusyEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Moment;
  /** DTEND or DURATION; undefined for neither. */
  readonly end: Moment | Length | undefined;
  /** Undefined when it takes time. */
  readonly free: FreeReason | undefined;
  readonly rules: readonly RecurrenceRule[];
  readonly extra: readonly (Moment | Period)[];
  readonly except: readonly Moment[];
  /** Which occurrence of its series it stands for. */
  readonly replaces: Moment | undefined;
  /** RANGE=THISANDFUTURE: the later ones change with it. */
  readonly isForFuture: boolean;
}
