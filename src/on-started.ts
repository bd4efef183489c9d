import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstOwner, type OwnerSignIn } from './auth/first-owner.js';
import type { Config } from './kernel/config/env.js';
import { loadExample } from './load-example.js';

/** Makes the first owner and the example study where they are wanted, and tells whoever started the program how to enter. */
export async function onStarted(app: NestFastifyApplication, config: Config): Promise<void> {
  const owner = await app.get(FirstOwner).ensure();
  if (config.exampleStudy && owner) await loadExample(app, owner.accountId);
  process.stdout.write(
    `${[`Veldwerk is ready at ${config.publicUrl}`, ...signInLines(config, owner)].join('\n')}\n`,
  );
}

function signInLines({ smtpUrl, publicUrl }: Config, owner: OwnerSignIn | undefined): string[] {
  const account = owner?.password
    ? [`Sign in as ${owner.email} with the password ${owner.password}`]
    : owner
      ? [`Sign in as ${owner.email}`]
      : [];
  return [...account, ...(smtpUrl ? [] : [`Mail is captured and shown at ${publicUrl}/mailbox`])];
}
