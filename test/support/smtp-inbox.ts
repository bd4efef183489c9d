import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string;
  readonly raw: Buffer;
  readonly messageId: string;
}

/** What the server answers to a recipient: nothing to accept, or a code and its words. */
export type Verdict = { readonly code: number; readonly words: string } | undefined;

/** A real SMTP server that keeps what it gets and refuses what a test asks it to. */
export class SmtpInbox {
  readonly received: Received[] = [];
  /** Decides about each recipient; how often it was asked is in `attempts`. */
  verdict: (to: string) => Verdict = () => undefined;
  /** Waited for after the whole message has arrived and before it is accepted. */
  beforeAccepting: () => Promise<void> = async () => undefined;
  attempts = 0;
  connections = 0;
  #server = this.#make();

  /** Answers the URL of the server; the same port again after `stop`. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
    this.#server = this.#make();
  }

  #make(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onConnect: (_, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _, done) => {
        this.attempts += 1;
        const verdict = this.verdict(address);
        done(verdict && Object.assign(new Error(verdict.words), { responseCode: verdict.code }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const messageId = /^Message-ID: (.+)$/im.exec(raw.toString('latin1'))?.[1]?.trim() ?? '';
          const to = session.envelope.rcptTo[0]!.address;
          this.received.push({ to, raw, messageId });
          void this.beforeAccepting().then(() => done());
        });
      },
    });
  }
}
