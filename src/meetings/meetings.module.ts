import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SchedulingModule } from '../scheduling/scheduling.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { StudySections } from '../studies/study-sections.js';
import { VaultModule } from '../vault/vault.module.js';
import { AgendaPages } from './agenda.pages.js';
import { AnswerMeeting } from './answer-meeting.service.js';
import { BoardFeed } from './board-feed.service.js';
import { BoardLetters } from './board-letters.service.js';
import { BoardLinks } from './board-links.service.js';
import { BoardMembers } from './board-members.service.js';
import { BoardPages } from './board.pages.js';
import { BoardSection } from './board-section.service.js';
import { CancelMeeting } from './cancel-meeting.service.js';
import { MeetingAccess } from './meeting-access.service.js';
import { MeetingAnswers } from './meeting-answers.service.js';
import { MeetingFeed } from './meeting-feed.service.js';
import { MeetingFile } from './meeting-file.service.js';
import { MeetingMail } from './meeting-mail.service.js';
import { MeetingMoves } from './meeting-moves.service.js';
import { MeetingTime } from './meeting-time.service.js';
import { MeetingRepository } from './meeting.repository.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsPages } from './meetings.pages.js';
import { MeetingsReadModel } from './meetings.read-model.js';
import { Meetings } from './meetings.service.js';
import { MemberFeedPages } from './member-feed.pages.js';
import { MemberPageReadModel } from './member-page.read-model.js';
import { MemberPages } from './member.pages.js';
import { PlannedMeetings } from './planned-meetings.service.js';
import { SendAgenda } from './send-agenda.service.js';
import { SendAgendaPages } from './send-agenda.pages.js';

@Module({
  imports: [AuthModule, CalendarModule, MailModule, SchedulingModule, StudiesModule, VaultModule],
  controllers: [
    MeetingsController,
    BoardPages,
    MeetingsPages,
    AgendaPages,
    SendAgendaPages,
    MemberPages,
    MemberFeedPages,
  ],
  providers: [
    AnswerMeeting,
    BoardFeed,
    BoardLetters,
    BoardLinks,
    BoardMembers,
    BoardSection,
    CancelMeeting,
    MeetingAccess,
    MeetingAnswers,
    MeetingFeed,
    MeetingFile,
    MeetingMail,
    MeetingMoves,
    MeetingRepository,
    Meetings,
    MeetingsReadModel,
    MeetingTime,
    MemberPageReadModel,
    PlannedMeetings,
    SendAgenda,
  ],
  exports: [MeetingAnswers, MeetingsReadModel],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly sections: StudySections,
    private readonly board: BoardSection,
  ) {}

  onModuleInit(): void {
    this.sections.register(this.board);
  }
}
