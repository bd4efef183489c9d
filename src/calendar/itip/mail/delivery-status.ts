import { canonicalAddress } from '../mail-address.js';
import { headerValue, readHeader, type MailHeader } from './mail-header.js';

/** What a server reports of the recipients of one message. */
export interface DeliveryStatus {
  /** Whom it could not be delivered to; those for whom it is only late, when there are no others. */
  readonly recipients: readonly string[];
  readonly status: string | null;
  readonly isFinal: boolean;
}

const STATUS = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
const MOST_RECIPIENTS = 100;

/**
 * Reads a message/delivery-status part (RFC 3464 section 2): one block about the message, and one for each recipient.
 * Undefined when it tells of no failure and no delay, as a confirmation of delivery does.
 */
export function readDeliveryStatus(text: string): DeliveryStatus | undefined {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map(readHeader)
    .filter((block) => headerValue(block, 'final-recipient') ?? headerValue(block, 'action'));
  const failed = blocks.filter((block) => outcomeOf(block) === 'failed');
  const concerned = failed.length > 0 ? failed : blocks.filter((block) => outcomeOf(block) === 'delayed');
  if (concerned.length === 0 && blocks.length > 0) return undefined;
  return {
    recipients: [...new Set(concerned.slice(0, MOST_RECIPIENTS).flatMap(recipientsOf))],
    status: concerned.map(statusOf).find((status) => status !== null) ?? null,
    isFinal: failed.length > 0 || blocks.length === 0,
  };
}

function outcomeOf(block: MailHeader): string {
  const action = headerValue(block, 'action')?.toLowerCase().trim();
  if (action !== undefined && action !== '') return action;
  const kind = headerValue(block, 'status')?.[0];
  if (kind === '2') return 'delivered';
  return kind === '4' ? 'delayed' : 'failed';
}

/** The address we wrote to comes first; the final one can be where it was forwarded to. */
const recipientsOf = (block: MailHeader): readonly string[] =>
  ['original-recipient', 'final-recipient'].flatMap((name) => {
    const value = headerValue(block, name) ?? '';
    return canonicalAddress(value.replace(/^[^;]*;/, '')) ?? [];
  });

/** A status such as `5.0.0` says nothing, so a better one of the same class in the diagnosis is taken. */
function statusOf(block: MailHeader): string | null {
  const status = findStatus(headerValue(block, 'status') ?? '');
  const diagnosis = findStatus(headerValue(block, 'diagnostic-code') ?? '');
  if (status === null) return diagnosis;
  return status.endsWith('.0.0') && diagnosis?.[0] === status[0] ? diagnosis : status;
}

/** The first enhanced status code of a failure in a text (RFC 3463), or null. */
export const findStatus = (text: string): string | null => STATUS.exec(text)?.[1] ?? null;
