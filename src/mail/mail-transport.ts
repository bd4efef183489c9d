/** A message ready to go: the same bytes at every attempt. */
export interface Dispatch {
  readonly id: string;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly raw: Buffer;
  /** Gives up on the attempt. */
  readonly signal: AbortSignal;
}

/**
 * How an attempt ended. `refused`: never again; `deferred`: this message later; `unreachable`: the server
 * as a whole is in trouble, so no message should be tried for a while.
 */
export type SendResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'deferred' | 'unreachable'; readonly reason: string };

/** Where mail leaves the product. */
export abstract class MailTransport {
  /** How many messages may be under way at once. */
  abstract readonly lanes: number;

  /** Never throws for what a server or the network did: that is a result. */
  abstract send(dispatch: Dispatch): Promise<SendResult>;

  /** Whether mail could leave now. */
  abstract verify(): Promise<boolean>;

  abstract close(): void;
}
