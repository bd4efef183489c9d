/** `handled` by the product itself; `waiting` for a person; the rest is what a person, or a later mail, made of it. */
export const messageStatuses = [
  'handled',
  'waiting',
  'accepted',
  'refused',
  'recognised',
  'dismissed',
  'superseded',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** What may follow what; a dismissal can be taken back. */
export const messageTransitions: Readonly<Record<MessageStatus, readonly MessageStatus[]>> = {
  handled: [],
  waiting: ['accepted', 'refused', 'recognised', 'dismissed', 'superseded'],
  accepted: [],
  refused: [],
  recognised: ['waiting'],
  dismissed: ['waiting'],
  superseded: [],
};
