import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstOwner, type OwnerSignIn } from './auth/first-owner.js';
import type { Config } from './kernel/config/env.js';
import { loadExample } from './load-example.js';

/**
 * Makes the first owner and the example study where they are wanted. Before the application listens: once it says that
 * it is ready, one can sign in and find them.
 */
export async function prepare(app: NestFastifyApplication, config: Config): Promise<OwnerSignIn | undefined> {
  const owner = await app.get(FirstOwner).ensure();
  if (config.exampleStudy && owner) await loadExample(app, owner.accountId);
  return owner;
}

/** Tells whoever started the program where it is and how to enter. */
export function announce(config: Config, owner: OwnerSignIn | undefined): void {
  const lines = [`Veldwerk is ready at ${config.publicUrl}`, ...signInLines(config, owner)];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function signInLines({ smtpUrl, publicUrl }: Config, owner: OwnerSignIn | undefined): string[] {
  const account = owner?.password
    ? [`Sign in as ${owner.email} with the password ${owner.password}`]
    : owner
      ? [`Sign in as ${owner.email}`]
      : [];
  return [...account, ...(smtpUrl ? [] : [`Mail is captured and shown at ${publicUrl}/mailbox`])];
}
