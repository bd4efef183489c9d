import { createTransport, type NodemailerError } from 'nodemailer';
import { classifyFailure } from './classify-failure.js';
import { MailTransport, type Dispatch, type SendResult } from './mail-transport.js';

/** Hands messages to an SMTP server over a few connections that stay open. */
export class SmtpTransport extends MailTransport {
  readonly lanes = 5;
  readonly #pool;

  /** `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. */
  constructor(url: string) {
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
