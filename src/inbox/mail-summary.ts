/** What a person needs to judge a mail; personal, so it stands sealed. */
export interface MailSummary {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  /** Their own words: of the calendar's comment, else of the mail. */
  readonly words: string;
  /** METHOD of the calendar part, and the answer in it as it was written. */
  readonly method: string | null;
  readonly partstat: string | null;
  /** Of a proposed time: its place in the order of what the proposer's calendar sent; `stampedAt` as ISO 8601. */
  readonly rank?: { readonly sequence: number; readonly stampedAt: string };
}

/** What the seals of a message's summary and bytes are bound to. */
export const summaryContext = (id: string): string => `incoming_message:${id}:summary`;
export const rawContext = (id: string): string => `incoming_message:${id}:raw`;
