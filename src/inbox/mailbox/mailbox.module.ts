import { MikroORM } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../kernel/config/config.token.js';
import type { Config } from '../../kernel/config/env.js';
import { parseImapAddress } from '../../kernel/config/imap-address.js';
import { InboxModule } from '../inbox.module.js';
import { ReceiveMail } from '../receive-mail.js';
import { MailboxFigures } from './mailbox-figures.js';
import { usualPace } from './mailbox-pace.js';
import { MailboxReader } from './mailbox-reader.service.js';

const reader = {
  provide: MailboxReader,
  inject: [CONFIG, MikroORM, ReceiveMail, MailboxFigures],
  useFactory: ({ imapUrl = '' }: Config, orm: MikroORM, receiver: ReceiveMail, figures: MailboxFigures) => {
    const address = parseImapAddress(imapUrl);
    if (!address) throw new Error('the environment has let a wrong IMAP_URL pass');
    return new MailboxReader({ address, orm, receiver, figures, pace: usualPace });
  },
};

/** Calendar answers from a mailbox. Only where IMAP_URL names one. */
@Module({ imports: [InboxModule], providers: [MailboxFigures, reader] })
export class MailboxModule {}
