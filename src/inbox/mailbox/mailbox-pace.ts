const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How often what is done; all in milliseconds. */
export interface MailboxPace {
  /** Between two looks at a mailbox whose server tells of new mail by itself (IDLE, RFC 2177). */
  readonly look: number;
  /** Between two looks at any other. */
  readonly lookWithoutIdle: number;
  /** Between two questions whether the turn to read is free. */
  readonly turn: number;
  /** After so many failures in a row; the last one from then on. */
  readonly reconnect: readonly number[];
  /** The same where only a person can help: a wrong password, a certificate, a folder that is not there. */
  readonly repair: readonly number[];
  /** Before a message that could not be taken in is tried again; after the last of these a person gets it. */
  readonly message: readonly number[];
  /** How long a shutdown waits for the message under way. */
  readonly patience: number;
  /** How long connecting may take. */
  readonly connect: number;
  /** How long a server may take to answer anything; longer than between two looks. */
  readonly silence: number;
}

export const usualPace: MailboxPace = {
  look: 2 * minute,
  lookWithoutIdle: 20 * second,
  turn: 2 * second,
  reconnect: [2 * second, 5 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute],
  repair: [minute, 5 * minute, 15 * minute, hour],
  message: [30 * second, 2 * minute, 10 * minute, hour, 6 * hour],
  patience: 7 * second,
  connect: 30 * second,
  silence: 2.5 * minute,
};

/**
 * The pause after this many failures in a row, between half of the planned one and the whole, so that processes that
 * failed together do not come back together.
 * @param chance from 0 up to 1
 */
export function pauseAfter(failures: number, pauses: readonly number[], chance: number): number {
  const planned = pauses[Math.min(failures, pauses.length) - 1] ?? 0;
  return Math.round(planned * (0.5 + chance / 2));
}
