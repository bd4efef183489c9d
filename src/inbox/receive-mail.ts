import type { MailOutcome } from '../calendar/itip/mail-outcome.js';

/** What became of one incoming mail. */
export interface Reception {
  readonly outcome: MailOutcome;
  /** A person must look at it. */
  readonly waits: boolean;
}

/** Takes in one message: safe to repeat with the same bytes, which then answers `duplicate` with the first `waits`. */
export abstract class ReceiveMail {
  /** Throws only when the product itself is in trouble, never for what the message holds. */
  abstract receive(raw: Uint8Array): Promise<Reception>;
}
