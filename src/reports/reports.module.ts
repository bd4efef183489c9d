import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { MailModule } from '../mail/mail.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { AttentionReadModel } from './attention.read-model.js';
import { MailboxPages } from './mailbox.pages.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxPages } from './outbox.pages.js';
import { OverviewPages } from './overview.pages.js';
import { OverviewReadModel } from './overview.read-model.js';
import { ProgressReadModel } from './progress.read-model.js';
import { SampleController } from './sample.controller.js';
import { SamplePages } from './sample.pages.js';
import { SampleReadModel } from './sample.read-model.js';
import { StudyListPages } from './study-list.pages.js';
import { StudyListReadModel } from './study-list.read-model.js';
import { WeekReadModel } from './week.read-model.js';

/** What everybody looks at: reads all rooms, changes none. */
@Module({
  imports: [AuthModule, MailModule, StudiesModule],
  controllers: [
    MailboxPages,
    OutboxController,
    OutboxPages,
    OverviewPages,
    SampleController,
    SamplePages,
    StudyListPages,
  ],
  providers: [
    AttentionReadModel,
    OverviewReadModel,
    ProgressReadModel,
    SampleReadModel,
    StudyListReadModel,
    WeekReadModel,
  ],
})
export class ReportsModule {}
