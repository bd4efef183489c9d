import { AgendaItem } from './meetings/agenda-item.entity.js';
import { Appointment } from './appointments/appointment.entity.js';
import { MailStop } from './appointments/mail-stop.entity.js';
import { Offer } from './appointments/offer.entity.js';
import { OfferSlot } from './appointments/offer-slot.entity.js';
import { Reminder } from './appointments/reminder.entity.js';
import { Account } from './auth/account.entity.js';
import { CapabilityLink } from './auth/capability-link.entity.js';
import { IdempotencyKey } from './auth/idempotency-key.entity.js';
import { Session } from './auth/session.entity.js';
import { SignInAttempt } from './auth/sign-in-attempt.entity.js';
import { StudyRole } from './auth/study-role.entity.js';
import { Feed } from './calendar/feeds/feed.entity.js';
import { FeedEntry } from './calendar/feeds/feed-entry.entity.js';
import { FeedRefresh } from './calendar/feeds/feed-refresh.entity.js';
import { BusyCalendar } from './calendar/busy/busy-calendar.entity.js';
import { BusyTime } from './calendar/busy/busy-time.entity.js';
import { Invitation } from './calendar/invitation.entity.js';
import { ConsentAnswer } from './consent/consent-answer.entity.js';
import { ConsentForm } from './consent/consent-form.entity.js';
import { IncomingMessage } from './inbox/incoming-message.entity.js';
import { KnownAddress } from './inbox/known-address.entity.js';
import { LedgerEntry } from './kernel/ledger/ledger-entry.entity.js';
import { CapturedMessage } from './mail/captured-message.entity.js';
import { OutboxMessage } from './mail/outbox-message.entity.js';
import { Board } from './meetings/board.entity.js';
import { BoardMember } from './meetings/board-member.entity.js';
import { Meeting } from './meetings/meeting.entity.js';
import { MeetingRevision } from './meetings/meeting-revision.entity.js';
import { Respondent } from './respondents/respondent.entity.js';
import { AvailabilityException } from './scheduling/availability-exception.entity.js';
import { Reservation } from './scheduling/reservation.entity.js';
import { Quota } from './studies/quota.entity.js';
import { Role } from './studies/role.entity.js';
import { Site } from './studies/site.entity.js';
import { Study } from './studies/study.entity.js';
import { TeamMember } from './studies/team-member.entity.js';
import { ContactDetails } from './vault/contact-details.entity.js';

/** Every table of the product, in one list for the ORM, its command line and the tests. */
export const entities = [
  LedgerEntry,
  OutboxMessage,
  CapturedMessage,
  Account,
  Session,
  SignInAttempt,
  StudyRole,
  CapabilityLink,
  IdempotencyKey,
  ContactDetails,
  Invitation,
  Feed,
  FeedEntry,
  FeedRefresh,
  BusyCalendar,
  BusyTime,
  Study,
  Site,
  Role,
  Quota,
  TeamMember,
  Respondent,
  ConsentForm,
  ConsentAnswer,
  Reservation,
  AvailabilityException,
  Appointment,
  Offer,
  OfferSlot,
  Reminder,
  MailStop,
  Board,
  BoardMember,
  Meeting,
  MeetingRevision,
  AgendaItem,
  IncomingMessage,
  KnownAddress,
];
