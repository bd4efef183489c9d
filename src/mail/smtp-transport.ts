import { createTransport, type NodemailerError } from 'nodemailer';
import type { DkimKey } from '../kernel/config/dkim.js';
import { classifyFailure } from './classify-failure.js';
import { MailTransport, type Dispatch, type SendResult } from './mail-transport.js';

/**
 * What a signature vouches for: all that a message says of itself. RFC 8058 4 asks for the two of List-Unsubscribe.
 */
const signedHeaders = [
  'From:Reply-To:To:Subject:Date:Message-ID:In-Reply-To:References:MIME-Version:Content-Type',
  'Content-Transfer-Encoding:Content-Language:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/** Hands messages to an SMTP server over a few connections that stay open. */
export class SmtpTransport extends MailTransport {
  readonly lanes = 5;
  readonly #pool;

  /**
   * `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. With a key each message gets a DKIM
   * signature before its own bytes: rsa-sha256 without a time in it, so that a repeated send repeats the signature too.
   */
  constructor(url: string, dkim?: DkimKey) {
    super();
    this.#pool = createTransport({
      pool: true,
      url,
      maxConnections: this.lanes,
      maxMessages: 200,
      // A connection that the server closed between two messages is no failure of the second.
      maxRequeues: 1,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim && { dkim: signing(dkim) }),
    });
    // An idle connection that breaks is replaced at the next message.
    this.#pool.on('error', () => undefined);
  }

  async send({ envelope: { from, to }, raw, signal }: Dispatch): Promise<SendResult> {
    try {
      await this.#pool.sendMail({ envelope: { from, to: [to] }, raw, signal });
      return { outcome: 'sent' };
    } catch (error) {
      return classifyFailure(error as NodemailerError);
    }
  }

  async verify(): Promise<boolean> {
    return this.#pool.verify().then(
      () => true,
      () => false,
    );
  }

  close(): void {
    this.#pool.close({ force: true });
  }
}

const signing = ({ domain, selector, privateKey }: DkimKey) => ({
  domainName: domain,
  keySelector: selector,
  privateKey,
  headerFieldNames: signedHeaders,
});
