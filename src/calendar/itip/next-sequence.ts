/** What an organizer can do to an appointment that somebody was invited to. */
export type OrganizerChange =
  | 'start'
  | 'end'
  | 'status'
  | 'town'
  | 'mode'
  | 'address'
  | 'title'
  | 'text'
  | 'link'
  | 'people'
  | 'reminder'
  | 'resend'
  | 'remove'
  | 'cancel';

/** How the next message to a participant differs from the last one. */
export interface Revision {
  readonly sequence: number;
  /** Earlier answers no longer count for this revision. */
  readonly significant: boolean;
  /** The participant is asked again: PARTSTAT back to NEEDS-ACTION with RSVP=TRUE. */
  readonly resetsAnswer: boolean;
}

type Weight = 'asks-again' | 'ends' | 'informs';

/** RFC 5546 section 2.1.4: what may keep somebody from coming raises SEQUENCE; what only informs does not. */
const WEIGHTS: Readonly<Record<OrganizerChange, Weight>> = {
  start: 'asks-again',
  end: 'asks-again',
  status: 'asks-again',
  town: 'asks-again',
  // On site instead of online, or the other way round.
  mode: 'asks-again',
  // Another building in the same town keeps an answer standing; only `town` asks again.
  address: 'informs',
  title: 'informs',
  text: 'informs',
  link: 'informs',
  people: 'informs',
  reminder: 'informs',
  resend: 'informs',
  remove: 'ends',
  cancel: 'ends',
};

/** SEQUENCE is a signed 32-bit number in calendars. */
const HIGHEST_SEQUENCE = 2_147_483_647;

/**
 * Decides the SEQUENCE of the next message under a UID. It never falls, also when a change is undone.
 * Taking a cancellation back is not a change here: that needs a new UID, which starts at 0.
 */
export function nextSequence(current: number, changes: readonly OrganizerChange[]): Revision {
  const weights = new Set(changes.map((change) => WEIGHTS[change]));
  const ends = weights.has('ends');
  const asksAgain = weights.has('asks-again');
  const significant = ends || asksAgain;
  return {
    sequence: significant ? Math.min(current + 1, HIGHEST_SEQUENCE) : current,
    significant,
    resetsAnswer: asksAgain && !ends,
  };
}
