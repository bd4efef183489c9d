/** The messages that we send; an answer (REPLY, COUNTER) is never ours to write. */
export type OutgoingMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'DECLINECOUNTER';

/** What can be wrong with the bytes of a calendar object. */
export type BytesFaultCode =
  | 'too-large'
  | 'byte-order-mark'
  | 'line-ending'
  | 'unfinished'
  | 'line-too-long'
  | 'fold-inside-character'
  | 'not-utf-8'
  | 'control-character';

/** What can be wrong with its lines and components. */
export type StructureFaultCode =
  'malformed-line' | 'unbalanced' | 'not-one-calendar' | 'version' | 'product' | 'method' | 'components';

/** What can be wrong with its event. */
export type EventFaultCode =
  | 'property-count'
  | 'uid'
  | 'stamp'
  | 'sequence'
  | 'organizer'
  | 'attendee'
  | 'answer'
  | 'time'
  | 'time-order'
  | 'zone'
  | 'status'
  | 'text';

/** One reason not to send. The sentence names properties and lines, never their contents. */
export interface OutgoingFault {
  readonly code: BytesFaultCode | StructureFaultCode | EventFaultCode;
  readonly sentence: string;
}
