import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { MailModule } from '../mail/mail.module.js';
import { ContactReaders } from '../respondents/contact-readers.js';
import { RespondentPanels } from '../respondents/respondent-panels.js';
import { RespondentsModule } from '../respondents/respondents.module.js';
import { SchedulingModule } from '../scheduling/scheduling.module.js';
import { StudiesModule } from '../studies/studies.module.js';
import { VaultModule } from '../vault/vault.module.js';
import { AcceptSlot } from './accept-slot.service.js';
import { AnswerNotes } from './answer-notes.read-model.js';
import { AnswerMail } from './answer-mail.service.js';
import { AnswerOffer } from './answer-offer.service.js';
import { AppointmentAccess } from './appointment-access.service.js';
import { AppointmentAnswers } from './appointment-answers.service.js';
import { AppointmentCalendar } from './appointment-calendar.read-model.js';
import { AppointmentFeed } from './appointment-feed.service.js';
import { AppointmentFile } from './appointment-file.service.js';
import { AppointmentHistory } from './appointment-history.read-model.js';
import { AppointmentMail } from './appointment-mail.service.js';
import { AppointmentNews } from './appointment-news.service.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsPages } from './appointments.pages.js';
import { AppointmentsReadModel } from './appointments.read-model.js';
import { BookAppointment } from './book-appointment.service.js';
import { BookingOptions } from './booking-options.read-model.js';
import { ChangeAppointmentPages } from './change-appointment.pages.js';
import { ChangeAppointment } from './change-appointment.service.js';
import { FeedNames } from './feed-names.service.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsPages } from './feeds.pages.js';
import { FreeSlots } from './free-slots.read-model.js';
import { MailWishes } from './mail-wishes.service.js';
import { MomentProposals } from './moment-proposals.read-model.js';
import { MoveAppointmentPages } from './move-appointment.pages.js';
import { MoveOptions } from './move-options.read-model.js';
import { NewAppointmentPages } from './new-appointment.pages.js';
import { OfferAnew } from './offer-anew.service.js';
import { OfferChoices } from './offer-choices.read-model.js';
import { OfferMail } from './offer-mail.service.js';
import { OfferStanding } from './offer-standing.read-model.js';
import { OfferPages } from './offer.pages.js';
import { OffersController } from './offers.controller.js';
import { Offers } from './offers.service.js';
import { OpenOffers } from './open-offers.js';
import { PlanAppointment } from './plan-appointment.service.js';
import { PlanningChoices } from './planning-choices.read-model.js';
import { RespondAnswerPages } from './respond-answer.pages.js';
import { RespondDesk } from './respond-desk.service.js';
import { ReminderMail } from './reminder-mail.service.js';
import { ReminderJobs } from './reminders.jobs.js';
import { RemindersReadModel } from './reminders.read-model.js';
import { Reminders } from './reminders.service.js';
import { RespondPages } from './respond.pages.js';
import { RespondMailPages } from './respond-mail.pages.js';
import { RespondReadModel } from './respond.read-model.js';
import { RespondentLetters } from './respondent-letters.service.js';
import { RespondentLinks } from './respondent-links.service.js';
import { RespondentPlanning } from './respondent-planning.read-model.js';
import { StudyFeeds } from './study-feeds.service.js';

@Module({
  imports: [
    AuthModule,
    CalendarModule,
    ConsentModule,
    MailModule,
    RespondentsModule,
    SchedulingModule,
    StudiesModule,
    VaultModule,
  ],
  controllers: [
    AppointmentsController,
    OffersController,
    FeedsController,
    FeedsPages,
    NewAppointmentPages,
    AppointmentsPages,
    ChangeAppointmentPages,
    MoveAppointmentPages,
    OfferPages,
    RespondPages,
    RespondAnswerPages,
    RespondMailPages,
  ],
  providers: [
    AcceptSlot,
    AnswerMail,
    AnswerNotes,
    AnswerOffer,
    AppointmentAccess,
    AppointmentAnswers,
    AppointmentCalendar,
    AppointmentFeed,
    AppointmentFile,
    AppointmentHistory,
    AppointmentMail,
    AppointmentNews,
    AppointmentsReadModel,
    BookAppointment,
    BookingOptions,
    ChangeAppointment,
    FeedNames,
    FreeSlots,
    MailWishes,
    MomentProposals,
    MoveOptions,
    OfferAnew,
    OfferChoices,
    OfferMail,
    OfferStanding,
    Offers,
    OpenOffers,
    PlanAppointment,
    PlanningChoices,
    ReminderJobs,
    ReminderMail,
    Reminders,
    RemindersReadModel,
    RespondDesk,
    RespondReadModel,
    RespondentLetters,
    RespondentLinks,
    RespondentPlanning,
    StudyFeeds,
  ],
  exports: [AppointmentAnswers, ChangeAppointment, OfferAnew],
})
export class AppointmentsModule implements OnModuleInit {
  constructor(
    private readonly panels: RespondentPanels,
    private readonly readers: ContactReaders,
    private readonly planning: RespondentPlanning,
  ) {}

  onModuleInit(): void {
    this.panels.register(this.planning);
    this.readers.register(this.planning);
  }
}
