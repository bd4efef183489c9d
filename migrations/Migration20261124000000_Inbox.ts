import { Migration } from '@mikro-orm/migrations';

/** Mail that comes in, and the answers of calendars. */
export class Migration20261124000000_Inbox extends Migration {
  override up(): void {
    this.addSql(
      `create table "incoming_message" ("id" uuid not null, "study_id" uuid null, "fingerprint" varchar(64) not null, "received_at" timestamptz not null, "outcome" text not null, "reason" varchar(40) not null, "status" text not null, "invitation_id" uuid null, "subject" text null, "subject_id" uuid null, "participant_kind" text null, "participant_id" uuid null, "proposed_start" timestamptz null, "proposed_end" timestamptz null, "settled_at" timestamptz null, "settled_by_id" uuid null, "summary" bytea null, "raw" bytea null, "keep_until" timestamptz not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "incoming_message" add constraint "incoming_message_fingerprint_unique" unique ("fingerprint");`,
    );
    this.addSql(
      `create index "incoming_message_study_id_status_id_index" on "incoming_message" ("study_id", "status", "id");`,
    );
    this.addSql(
      `create index "incoming_message_invitation_id_index" on "incoming_message" ("invitation_id");`,
    );
    this.addSql(
      `create index "incoming_message_to_remove" on "incoming_message" ("keep_until") where "summary" is not null;`,
    );

    this.addSql(
      `create table "known_address" ("id" uuid not null, "study_id" uuid not null, "participant_kind" text not null, "participant_id" uuid not null, "address_index" bytea not null, "recognised_by_id" uuid not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "known_address" add constraint "known_address_study_id_participant_id_address_index_unique" unique ("study_id", "participant_id", "address_index");`,
    );

    this.addSql(
      `alter table "invitation" add "answered_at" timestamptz null, add "answered_by" text null, add "last_answer" text null, add "answer_sequence" bigint null, add "answer_stamped_at" timestamptz null, add "answer_note" bytea null, add "substitute_index" bytea null, add "substitute_answer" text null, add "sent_again" int not null default 0, add "sent_again_since" timestamptz null;`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_last_answer_check" check ("last_answer" in ('needs-action', 'accepted', 'tentative', 'declined'));`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_answered_by_check" check ("answered_by" in ('page', 'calendar', 'team'));`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_substitute_answer_check" check ("substitute_answer" in ('needs-action', 'accepted', 'tentative', 'declined'));`,
    );

    this.addSql(`alter table "outbox_message" add "calendar_uid" varchar(80) null;`);
    this.addSql(
      `create index "outbox_message_study_id_calendar_uid_index" on "outbox_message" ("study_id", "calendar_uid");`,
    );

    this.addSql(
      `alter table "incoming_message" add constraint "incoming_message_outcome_check" check ("outcome" in ('applied', 'stale', 'for-an-earlier-time', 'duplicate', 'from-another-address', 'stranger', 'proposal', 'bounce', 'ignored', 'unreadable'));`,
    );
    this.addSql(
      `alter table "incoming_message" add constraint "incoming_message_status_check" check ("status" in ('handled', 'waiting', 'accepted', 'refused', 'recognised', 'dismissed', 'superseded'));`,
    );
    this.addSql(
      `alter table "incoming_message" add constraint "incoming_message_subject_check" check ("subject" in ('appointment', 'meeting'));`,
    );
    this.addSql(
      `alter table "incoming_message" add constraint "incoming_message_participant_kind_check" check ("participant_kind" in ('respondent', 'interviewer', 'board-member'));`,
    );

    this.addSql(
      `alter table "known_address" add constraint "known_address_participant_kind_check" check ("participant_kind" in ('respondent', 'interviewer', 'board-member'));`,
    );
  }
}
