import type { SendResult } from './mail-transport.js';

/** What nodemailer tells about a failed attempt. */
export interface SmtpFailure {
  readonly code?: string;
  /** The SMTP command under way; `CONN` before the session stands. */
  readonly command?: string;
  readonly responseCode?: number;
  /** The server's words. */
  readonly response?: string;
}

const serverTrouble = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'EDNS', 'ETLS', 'ECONFIG', 'EPROXY', 'EABORT']);
/** Commands that come before any message: what goes wrong there says nothing about the message. */
const sessionCommands = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'API']);

/**
 * Whether to give up on the message, to try it later, or to leave the server alone for a while.
 * RFC 5321 4.2.1: 5yz is final and 4yz is not; 421 closes the channel; 503 is about the session, not the message.
 */
export function classifyFailure(failure: SmtpFailure): Exclude<SendResult, { outcome: 'sent' }> {
  const { code = 'unknown', command = 'CONN', responseCode, response } = failure;
  const reason = response ?? code;
  if (serverTrouble.has(code) || responseCode === 421) return { outcome: 'unreachable', reason };
  if (sessionCommands.has(command)) return { outcome: 'unreachable', reason };
  const final = responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
  return { outcome: final ? 'refused' : 'deferred', reason };
}
