import { Migration } from '@mikro-orm/migrations';

/** Reminders that were dealt with, who wants no more mail, and a way to what is planned next without looking at it all. */
export class Migration20261124020000_Reminders extends Migration {
  override up(): void {
    this.addSql(
      `create table "reminder" ("id" uuid not null, "study_id" uuid not null, "appointment_id" uuid not null, "kind" text not null, "hours_before" smallint not null, "starts_at" timestamptz not null, "message_id" uuid null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create unique index "reminder_one_chase" on "reminder" ("study_id", "appointment_id", "starts_at") where "kind" = 'chase';`,
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_study_id_appointment_id_starts_at_kind_h_13e37_unique" unique ("study_id", "appointment_id", "starts_at", "kind", "hours_before");`,
    );

    this.addSql(
      `create table "mail_stop" ("id" uuid not null, "study_id" uuid not null, "respondent_id" uuid not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "mail_stop" add constraint "mail_stop_study_id_respondent_id_unique" unique ("study_id", "respondent_id");`,
    );

    this.addSql(
      `create index "appointment_upcoming" on "appointment" ("starts_at") where "status" = 'scheduled';`,
    );

    this.addSql(
      `alter table "reminder" add constraint "reminder_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_kind_check" check ("kind" in ('respondent', 'interviewer', 'chase'));`,
    );
    this.addSql(
      `alter table "mail_stop" add constraint "mail_stop_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete cascade;`,
    );
  }
}
