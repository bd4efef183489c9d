import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { VaultModule } from '../vault/vault.module.js';
import { AnswerInvitation } from './answer-invitation.service.js';
import { ApplyAnswer } from './apply-answer.service.js';
import { Attribution } from './attribution.read-model.js';
import { FollowDecline } from './follow-decline.service.js';
import { FollowDeclines } from './follow-declines.jobs.js';
import { InboundMailController } from './inbound-mail.controller.js';
import { InboxAccess } from './inbox-access.service.js';
import { InboxController } from './inbox.controller.js';
import { InboxPages } from './inbox.pages.js';
import { InboxReadModel } from './inbox.read-model.js';
import { IncomingMessages } from './incoming-messages.js';
import { InvitedSubjects } from './invited-subjects.js';
import { JudgeMail } from './judge-mail.service.js';
import { Addresses } from './known-addresses.service.js';
import { MailReceiver } from './mail-receiver.service.js';
import { ReceiveMail } from './receive-mail.js';
import { RecogniseSender } from './recognise-sender.service.js';
import { RemoveOldMail } from './remove-old-mail.jobs.js';
import { SendAgain } from './send-again.service.js';
import { SettleMessage } from './settle-message.service.js';
import { WaitingProposals } from './waiting-proposals.js';

/** Mail that comes in: what it means for invitations, and what a person must judge. */
@Module({
  imports: [AppointmentsModule, AuthModule, MailModule, MeetingsModule, StudiesModule, VaultModule],
  controllers: [InboundMailController, InboxController, InboxPages],
  providers: [
    Addresses,
    AnswerInvitation,
    ApplyAnswer,
    Attribution,
    FollowDecline,
    FollowDeclines,
    InboxAccess,
    InboxReadModel,
    IncomingMessages,
    InvitedSubjects,
    JudgeMail,
    MailReceiver,
    { provide: ReceiveMail, useExisting: MailReceiver },
    RecogniseSender,
    RemoveOldMail,
    SendAgain,
    SettleMessage,
    WaitingProposals,
  ],
  exports: [ReceiveMail],
})
export class InboxModule {}
