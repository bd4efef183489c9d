/** What came with an answer: personal, so it stands sealed beside it. */
export interface AnswerNote {
  /** The invitee's own words. */
  readonly comment?: string;
  /** Address of who answered for them. */
  readonly onBehalf?: string;
  /** Address of whom they send instead. */
  readonly substitute?: string;
  /** Place of that person's answer in the order of their answers; `stampedAt` as ISO 8601. */
  readonly substituteRank?: { readonly sequence: number; readonly stampedAt: string };
}

/** What the seal of an invitation's note is bound to. */
export const answerNoteContext = (invitationId: string): string => `invitation:${invitationId}`;
