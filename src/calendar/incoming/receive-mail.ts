/** What became of one incoming mail. */
export interface Reception {
  readonly outcome:
    | 'applied'
    | 'stale'
    | 'for-an-earlier-time'
    | 'duplicate'
    | 'from-another-address'
    | 'stranger'
    | 'proposal'
    | 'bounce'
    | 'ignored'
    | 'unreadable';
  /** A person must look at it: it goes to the folder for that. */
  readonly waits: boolean;
}

/** Takes in one message: safe to repeat with the same bytes, which then answers `duplicate` with the first `waits`. */
export abstract class ReceiveMail {
  abstract receive(raw: Uint8Array): Promise<Reception>;
}
