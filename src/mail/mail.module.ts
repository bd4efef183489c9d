import { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { Cipher } from '../kernel/crypto/cipher.js';
import { Clock } from '../kernel/time/clock.js';
import { BouncedMail } from './bounced-mail.service.js';
import { CaptureTransport } from './capture-transport.js';
import { CapturedMailReadModel } from './captured-mail.read-model.js';
import { DeliveryJobs } from './delivery.jobs.js';
import { Delivery } from './delivery.service.js';
import { MailTransport } from './mail-transport.js';
import { OutboxQueue } from './outbox-message.repository.js';
import { OutboxReadModel } from './outbox.read-model.js';
import { Outbox } from './outbox.service.js';
import { ResendMail } from './resend-mail.service.js';
import { SentMailReadModel } from './sent-mail.read-model.js';
import { SmtpTransport } from './smtp-transport.js';

/** Mail goes to the server that SMTP_URL names, or else is captured. */
const transport = {
  provide: MailTransport,
  inject: [CONFIG, EntityManager, Cipher, Clock],
  useFactory: ({ smtpUrl, dkim }: Config, em: EntityManager, cipher: Cipher, clock: Clock): MailTransport =>
    smtpUrl ? new SmtpTransport(smtpUrl, dkim) : new CaptureTransport({ em, cipher, clock }),
};

@Module({
  providers: [
    transport,
    Outbox,
    OutboxQueue,
    Delivery,
    DeliveryJobs,
    ResendMail,
    BouncedMail,
    OutboxReadModel,
    SentMailReadModel,
    CapturedMailReadModel,
  ],
  exports: [Outbox, ResendMail, BouncedMail, OutboxReadModel, SentMailReadModel, CapturedMailReadModel],
})
export class MailModule {}
