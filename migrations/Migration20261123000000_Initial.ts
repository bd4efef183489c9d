import { Migration } from '@mikro-orm/migrations';

/** The first schema: every table, the exclusion constraint that forbids double booking, a ledger that only grows. */
export class Migration20261123000000_Initial extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists btree_gist;`);
    this.addSql(
      `create table "account" ("id" uuid not null, "email" varchar(254) not null, "name" varchar(200) not null, "language" text not null default 'nl', "password_hash" varchar(200) null, "may_create_studies" boolean not null default false, "created_at" timestamptz not null, "disabled_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email");`);
    this.addSql(
      `alter table "account" add constraint "account_language_check" check ("language" in ('nl', 'en'));`,
    );

    this.addSql(
      `create table "availability_exception" ("id" uuid not null, "account_id" uuid not null, "date" date not null, "hours" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "availability_exception" add constraint "availability_exception_account_id_date_unique" unique ("account_id", "date");`,
    );

    this.addSql(
      `create table "capability_link" ("id" uuid not null, "token_hash" bytea not null, "nonce" bytea not null, "purpose" text not null, "study_id" uuid null, "subject_id" uuid not null, "created_at" timestamptz not null, "expires_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "capability_link" add constraint "capability_link_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(
      `create index "capability_link_subject_id_purpose_index" on "capability_link" ("subject_id", "purpose");`,
    );
    this.addSql(
      `alter table "capability_link" add constraint "capability_link_purpose_check" check ("purpose" in ('respondent', 'board-member', 'set-password', 'feed'));`,
    );

    this.addSql(
      `create table "captured_message" ("id" uuid not null, "created_at" timestamptz not null, "sealed" bytea not null, primary key ("id"));`,
    );
    this.addSql(`create index "captured_message_created_at_index" on "captured_message" ("created_at");`);

    this.addSql(
      `create table "contact_details" ("id" uuid not null, "study_id" uuid not null, "kind" text not null, "sealed" bytea not null, "email_index" bytea null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "contact_details_study_id_kind_email_index_index" on "contact_details" ("study_id", "kind", "email_index");`,
    );
    this.addSql(
      `create unique index "contact_details_respondent_email" on "contact_details" ("study_id", "email_index") where "kind" = 'respondent';`,
    );
    this.addSql(
      `alter table "contact_details" add constraint "contact_details_kind_check" check ("kind" in ('respondent', 'gatekeeper', 'board-member'));`,
    );

    this.addSql(
      `create table "idempotency_key" ("id" uuid not null, "account_id" uuid not null, "key_hash" bytea not null, "request_hash" bytea not null, "leased_until" timestamptz not null, "sealed_answer" bytea null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "idempotency_key_expires_at_index" on "idempotency_key" ("expires_at");`);
    this.addSql(
      `alter table "idempotency_key" add constraint "idempotency_key_account_id_key_hash_unique" unique ("account_id", "key_hash");`,
    );

    this.addSql(
      `create table "invitation" ("id" uuid not null, "study_id" uuid not null, "uid" varchar(80) not null, "subject" text not null, "subject_id" uuid not null, "participant_kind" text not null, "participant_id" uuid not null, "sequence" bigint not null default '0', "significant_sequence" bigint not null default '0', "answer" text not null default 'needs-action', "sent_digest" varchar(64) null, "cancelled_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "invitation" add constraint "invitation_uid_unique" unique ("uid");`);
    this.addSql(
      `create index "invitation_study_id_subject_id_index" on "invitation" ("study_id", "subject_id");`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_subject_check" check ("subject" in ('appointment', 'meeting'));`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_participant_kind_check" check ("participant_kind" in ('respondent', 'interviewer', 'board-member'));`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_answer_check" check ("answer" in ('needs-action', 'accepted', 'tentative', 'declined'));`,
    );

    this.addSql(
      `create table "ledger_entry" ("id" uuid not null, "study_id" uuid null, "at" timestamptz not null, "kind" varchar(60) not null, "actor_id" uuid null, "subject_id" uuid null, "data" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "ledger_entry_study_id_subject_id_at_index" on "ledger_entry" ("study_id", "subject_id", "at");`,
    );
    this.addSql(`create index "ledger_entry_study_id_at_index" on "ledger_entry" ("study_id", "at");`);
    this.addSql(
      `create or replace function "ledger_entry_append_only_fn"() returns trigger as \$\$ begin raise exception 'the ledger is append-only'; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "append_only" BEFORE UPDATE OR DELETE on "ledger_entry" for each ROW execute function "ledger_entry_append_only_fn"();`,
    );

    this.addSql(
      `create table "outbox_message" ("id" uuid not null, "study_id" uuid null, "kind" varchar(60) not null, "about" varchar(120) null, "subject_id" uuid null, "message_id" varchar(320) not null, "sealed" bytea not null, "status" text not null default 'queued', "attempts" int not null default 0, "next_attempt_at" timestamptz not null, "queued_at" timestamptz not null, "leased_by" uuid null, "leased_until" timestamptz null, "last_error" varchar(500) null, "created_at" timestamptz not null, "sent_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "outbox_message" add constraint "outbox_message_message_id_unique" unique ("message_id");`,
    );
    this.addSql(`create index "outbox_message_study_id_id_index" on "outbox_message" ("study_id", "id");`);
    this.addSql(
      `create index "outbox_message_study_id_subject_id_index" on "outbox_message" ("study_id", "subject_id");`,
    );
    this.addSql(
      `create index "outbox_message_due" on "outbox_message" ("next_attempt_at") where "status" in ('queued', 'sending');`,
    );
    this.addSql(
      `create index "outbox_message_leased" on "outbox_message" ("leased_by") where "leased_by" is not null;`,
    );
    this.addSql(
      `alter table "outbox_message" add constraint "outbox_message_status_check" check ("status" in ('queued', 'sending', 'sent', 'failed', 'bounced'));`,
    );

    this.addSql(
      `create table "reservation" ("id" uuid not null, "study_id" uuid not null, "person_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "status" text not null, "subject_id" uuid not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "reservation_study_id_starts_at_index" on "reservation" ("study_id", "starts_at");`,
    );
    this.addSql(`create index "reservation_subject_id_index" on "reservation" ("subject_id");`);
    this.addSql(
      `alter table "reservation" add constraint "reservation_ends_after_start" check (ends_at > starts_at);`,
    );
    this.addSql(
      `alter table "reservation" add constraint "reservation_one_place" exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&);`,
    );
    this.addSql(
      `alter table "reservation" add constraint "reservation_status_check" check ("status" in ('held', 'confirmed'));`,
    );

    this.addSql(
      `create table "session" ("id" uuid not null, "token_hash" bytea not null, "account_id" uuid not null, "kind" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at");`);
    this.addSql(
      `alter table "session" add constraint "session_kind_check" check ("kind" in ('web', 'api'));`,
    );

    this.addSql(
      `create table "sign_in_attempt" ("key_hash" bytea not null, "failures" int not null default 0, "window_ends_at" timestamptz not null, primary key ("key_hash"));`,
    );
    this.addSql(
      `create index "sign_in_attempt_window_ends_at_index" on "sign_in_attempt" ("window_ends_at");`,
    );

    this.addSql(
      `create table "study" ("id" uuid not null, "code" varchar(12) not null, "title" varchar(200) not null, "language" text not null, "timezone" varchar(60) not null, "question" text not null, "sub_questions" jsonb not null, "fieldwork_from" date not null, "fieldwork_to" date not null, "contact_data_until" date not null, "research_data_until" date not null, "stated_samples" jsonb null, "interviews" jsonb not null, "observations" jsonb null, "topic_guide" jsonb null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "study" add constraint "study_code_unique" unique ("code");`);
    this.addSql(
      `alter table "study" add constraint "study_language_check" check ("language" in ('nl', 'en'));`,
    );

    this.addSql(
      `create table "site" ("id" uuid not null, "study_id" uuid not null, "code" varchar(12) not null, "position" int not null, "name" varchar(200) not null, "municipality" varchar(200) not null, "size_class" text not null, "visit_address" jsonb not null, "gatekeeper_id" uuid null, "permission" text not null default 'not-asked', primary key ("id"));`,
    );
    this.addSql(`alter table "site" add constraint "site_study_id_code_unique" unique ("study_id", "code");`);
    this.addSql(
      `alter table "site" add constraint "site_size_class_check" check ("size_class" in ('small', 'medium', 'large'));`,
    );
    this.addSql(
      `alter table "site" add constraint "site_permission_check" check ("permission" in ('not-asked', 'asked', 'granted', 'refused'));`,
    );

    this.addSql(
      `create table "role" ("id" uuid not null, "study_id" uuid not null, "code" varchar(12) not null, "position" int not null, "name" varchar(200) not null, "name_en" varchar(200) null, "target" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "role" add constraint "role_study_id_code_unique" unique ("study_id", "code");`);

    this.addSql(
      `create table "respondent" ("id" uuid not null, "study_id" uuid not null, "site_id" uuid not null, "role_id" uuid not null, "number" int not null, "pseudonym" varchar(40) not null, "status" text not null default 'identified', "language" text not null, "source" varchar(100) null, "windows" jsonb null, "contact_id" uuid null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "respondent_study_id_status_index" on "respondent" ("study_id", "status");`);
    this.addSql(`create index "respondent_contact_id_index" on "respondent" ("contact_id");`);
    this.addSql(
      `alter table "respondent" add constraint "respondent_study_id_pseudonym_unique" unique ("study_id", "pseudonym");`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_site_id_role_id_number_unique" unique ("site_id", "role_id", "number");`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_status_check" check ("status" in ('identified', 'approached', 'in-contact', 'agreed', 'scheduled', 'interviewed', 'declined', 'not-reached', 'not-eligible', 'withdrew', 'reserve'));`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_language_check" check ("language" in ('nl', 'en'));`,
    );

    this.addSql(
      `create table "quota" ("site_id" uuid not null, "role_id" uuid not null, "study_id" uuid not null, "target" int not null, primary key ("site_id", "role_id"));`,
    );
    this.addSql(`create index "quota_study_id_index" on "quota" ("study_id");`);

    this.addSql(
      `create table "meeting" ("id" uuid not null, "study_id" uuid not null, "position" int not null, "planned" jsonb null, "title" varchar(200) not null, "before" date null, "duration_minutes" int not null, "starts_at" timestamptz null, "ends_at" timestamptz null, "place" varchar(500) null, "video_url" varchar(1000) null, "status" text not null default 'draft', "agenda_version" int not null default 0, "agenda_sent_at" timestamptz null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "meeting_study_id_starts_at_index" on "meeting" ("study_id", "starts_at");`);
    this.addSql(
      `alter table "meeting" add constraint "meeting_status_check" check ("status" in ('draft', 'scheduled', 'held', 'cancelled'));`,
    );

    this.addSql(
      `create table "meeting_revision" ("id" uuid not null, "meeting_id" uuid not null, "version" int not null, "content" jsonb not null, "saved_at" timestamptz not null, "saved_by_id" uuid null, "sent_number" int null, "sent_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "meeting_revision" add constraint "meeting_revision_meeting_id_version_unique" unique ("meeting_id", "version");`,
    );

    this.addSql(
      `create table "agenda_item" ("id" uuid not null, "meeting_id" uuid not null, "position" int not null, "title" varchar(200) not null, "presenter" varchar(200) null, "minutes" int not null, "purpose" text not null, "note" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "agenda_item_meeting_id_position_index" on "agenda_item" ("meeting_id", "position");`,
    );
    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_purpose_check" check ("purpose" in ('inform', 'discuss', 'decide'));`,
    );

    this.addSql(
      `create table "consent_form" ("id" uuid not null, "study_id" uuid not null, "version" varchar(20) not null, "statements" jsonb not null, "created_at" timestamptz not null, "used_since" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "consent_form" add constraint "consent_form_study_id_version_unique" unique ("study_id", "version");`,
    );

    this.addSql(
      `create table "consent_answer" ("id" uuid not null, "study_id" uuid not null, "respondent_id" uuid not null, "form_id" uuid not null, "statement" varchar(40) not null, "answer" text not null, "channel" text not null, "recorded_by_id" uuid null, "at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "consent_answer_study_id_respondent_id_at_index" on "consent_answer" ("study_id", "respondent_id", "at");`,
    );
    this.addSql(
      `alter table "consent_answer" add constraint "consent_answer_answer_check" check ("answer" in ('given', 'refused', 'withdrawn'));`,
    );
    this.addSql(
      `alter table "consent_answer" add constraint "consent_answer_channel_check" check ("channel" in ('link', 'paper', 'spoken'));`,
    );

    this.addSql(
      `create table "board_member" ("id" uuid not null, "study_id" uuid not null, "position" int not null, "expertise" varchar(200) null, "language" text not null, "contact_id" uuid null, "left_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `create index "board_member_study_id_position_index" on "board_member" ("study_id", "position");`,
    );
    this.addSql(
      `alter table "board_member" add constraint "board_member_language_check" check ("language" in ('nl', 'en'));`,
    );

    this.addSql(
      `create table "board" ("study_id" uuid not null, "name" varchar(200) not null, primary key ("study_id"));`,
    );

    this.addSql(
      `create table "appointment" ("id" uuid not null, "study_id" uuid not null, "kind" text not null, "site_id" uuid not null, "respondent_id" uuid null, "interviewer_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "mode" text not null, "place" varchar(500) null, "status" text not null default 'scheduled', "cancel_reason" varchar(500) null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(
      `create index "appointment_study_id_starts_at_index" on "appointment" ("study_id", "starts_at");`,
    );
    this.addSql(`create index "appointment_respondent_id_index" on "appointment" ("respondent_id");`);
    this.addSql(
      `create index "appointment_interviewer_id_starts_at_index" on "appointment" ("interviewer_id", "starts_at");`,
    );
    this.addSql(`create index "appointment_site_id_index" on "appointment" ("site_id");`);
    this.addSql(
      `alter table "appointment" add constraint "appointment_kind_check" check ("kind" in ('interview', 'observation'));`,
    );
    this.addSql(
      `alter table "appointment" add constraint "appointment_mode_check" check ("mode" in ('onsite', 'video', 'phone'));`,
    );
    this.addSql(
      `alter table "appointment" add constraint "appointment_status_check" check ("status" in ('scheduled', 'completed', 'no-show', 'cancelled'));`,
    );

    this.addSql(
      `create table "offer" ("id" uuid not null, "study_id" uuid not null, "respondent_id" uuid not null, "status" text not null default 'open', "expires_at" timestamptz not null, "proposal" bytea null, "appointment_id" uuid null, "created_by_id" uuid null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "offer_study_id_status_index" on "offer" ("study_id", "status");`);
    this.addSql(`create index "offer_respondent_id_index" on "offer" ("respondent_id");`);
    this.addSql(
      `alter table "offer" add constraint "offer_status_check" check ("status" in ('open', 'accepted', 'declined', 'proposed', 'withdrawn'));`,
    );

    this.addSql(
      `create table "offer_slot" ("id" uuid not null, "offer_id" uuid not null, "interviewer_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "mode" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "offer_slot_offer_id_starts_at_index" on "offer_slot" ("offer_id", "starts_at");`,
    );
    this.addSql(
      `alter table "offer_slot" add constraint "offer_slot_mode_check" check ("mode" in ('onsite', 'video', 'phone'));`,
    );

    this.addSql(
      `create table "study_role" ("study_id" uuid not null, "account_id" uuid not null, "role" text not null, primary key ("study_id", "account_id"));`,
    );
    this.addSql(`create index "study_role_account_id_index" on "study_role" ("account_id");`);
    this.addSql(
      `alter table "study_role" add constraint "study_role_role_check" check ("role" in ('owner', 'coordinator', 'interviewer', 'observer'));`,
    );

    this.addSql(
      `create table "team_member" ("id" uuid not null, "study_id" uuid not null, "account_id" uuid not null, "position" int not null, "name" varchar(200) not null, "email" varchar(254) not null, "role" text not null, "base" jsonb null, "weekly_hours" jsonb null, primary key ("id"));`,
    );
    this.addSql(`create index "team_member_account_id_index" on "team_member" ("account_id");`);
    this.addSql(
      `alter table "team_member" add constraint "team_member_study_id_account_id_unique" unique ("study_id", "account_id");`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_role_check" check ("role" in ('owner', 'coordinator', 'interviewer', 'observer'));`,
    );

    this.addSql(
      `alter table "availability_exception" add constraint "availability_exception_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "idempotency_key" add constraint "idempotency_key_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "site" add constraint "site_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "site" add constraint "site_gatekeeper_id_foreign" foreign key ("gatekeeper_id") references "contact_details" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "role" add constraint "role_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "respondent" add constraint "respondent_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_site_id_foreign" foreign key ("site_id") references "site" ("id");`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_role_id_foreign" foreign key ("role_id") references "role" ("id");`,
    );
    this.addSql(
      `alter table "respondent" add constraint "respondent_contact_id_foreign" foreign key ("contact_id") references "contact_details" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "quota" add constraint "quota_site_id_foreign" foreign key ("site_id") references "site" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "quota" add constraint "quota_role_id_foreign" foreign key ("role_id") references "role" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "quota" add constraint "quota_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "meeting" add constraint "meeting_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "meeting_revision" add constraint "meeting_revision_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "consent_form" add constraint "consent_form_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "consent_answer" add constraint "consent_answer_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "consent_answer" add constraint "consent_answer_respondent_id_foreign" foreign key ("respondent_id") references "respondent" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "consent_answer" add constraint "consent_answer_form_id_foreign" foreign key ("form_id") references "consent_form" ("id");`,
    );

    this.addSql(
      `alter table "board_member" add constraint "board_member_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "board_member" add constraint "board_member_contact_id_foreign" foreign key ("contact_id") references "contact_details" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "board" add constraint "board_study_id_foreign" foreign key ("study_id") references "study" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "appointment" add constraint "appointment_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "appointment" add constraint "appointment_site_id_foreign" foreign key ("site_id") references "site" ("id");`,
    );
    this.addSql(
      `alter table "appointment" add constraint "appointment_respondent_id_foreign" foreign key ("respondent_id") references "respondent" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "appointment" add constraint "appointment_interviewer_id_foreign" foreign key ("interviewer_id") references "account" ("id");`,
    );

    this.addSql(
      `alter table "offer" add constraint "offer_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "offer" add constraint "offer_respondent_id_foreign" foreign key ("respondent_id") references "respondent" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "offer" add constraint "offer_appointment_id_foreign" foreign key ("appointment_id") references "appointment" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "offer_slot" add constraint "offer_slot_offer_id_foreign" foreign key ("offer_id") references "offer" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "offer_slot" add constraint "offer_slot_interviewer_id_foreign" foreign key ("interviewer_id") references "account" ("id");`,
    );

    this.addSql(
      `alter table "study_role" add constraint "study_role_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "team_member" add constraint "team_member_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );

    // TRUNCATE triggers are not part of what the ORM compares.
    this.addSql(
      `create trigger append_only_truncate before truncate on "ledger_entry" for each statement execute function "ledger_entry_append_only_fn"();`,
    );
  }
}
