import type { MikroORM } from '@mikro-orm/postgresql';
import { Module, type DynamicModule } from '@nestjs/common';
import { AppointmentsModule } from './appointments/appointments.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { MailboxModule } from './inbox/mailbox/mailbox.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import type { Config } from './kernel/config/env.js';
import { KernelModule } from './kernel/kernel.module.js';
import { MailModule } from './mail/mail.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RespondentsModule } from './respondents/respondents.module.js';
import { SchedulingModule } from './scheduling/scheduling.module.js';
import { StudiesModule } from './studies/studies.module.js';
import { VaultModule } from './vault/vault.module.js';
import { WebModule } from './web/web.module.js';

/** Every room of the house, from the ground up. */
@Module({})
export class AppModule {
  static forRoot(config: Config, orm: MikroORM): DynamicModule {
    return {
      module: AppModule,
      imports: [
        KernelModule.forRoot(config, orm),
        MailModule,
        WebModule,
        AuthModule,
        VaultModule,
        CalendarModule,
        ...(config.imapUrl === undefined ? [] : [MailboxModule]),
        StudiesModule,
        RespondentsModule,
        ConsentModule,
        SchedulingModule,
        AppointmentsModule,
        MeetingsModule,
        ReportsModule,
        InboxModule,
      ],
    };
  }
}
