import { Migration } from '@mikro-orm/migrations';

/** Calendar feeds, and a request to make the entries of every study that was there before them. */
export class Migration20261124010000_Feeds extends Migration {
  override up(): void {
    this.addSql(
      `create table "feed" ("id" uuid not null, "kind" text not null, "owner_id" uuid not null, "scope_id" uuid not null, "study_id" uuid null, "name" varchar(300) not null, "created_at" timestamptz not null, "changed_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "feed_study_id_scope_id_index" on "feed" ("study_id", "scope_id");`);
    this.addSql(
      `alter table "feed" add constraint "feed_owner_id_scope_id_unique" unique ("owner_id", "scope_id");`,
    );

    this.addSql(
      `create table "feed_entry" ("id" uuid not null, "study_id" uuid not null, "subject" text not null, "subject_id" uuid not null, "audience" text not null, "holder_id" uuid not null, "site_id" uuid null, "event" text not null, "digest" varchar(64) not null, "revision" int not null, "changed_at" timestamptz not null, "cancelled_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `create index "feed_entry_study_id_subject_id_index" on "feed_entry" ("study_id", "subject_id");`,
    );
    this.addSql(
      `create index "feed_entry_study_id_site_id_subject_id_index" on "feed_entry" ("study_id", "site_id", "subject_id");`,
    );
    this.addSql(
      `alter table "feed_entry" add constraint "feed_entry_study_id_holder_id_subject_id_unique" unique ("study_id", "holder_id", "subject_id");`,
    );

    this.addSql(
      `create table "feed_refresh" ("study_id" uuid not null, "request_id" uuid not null, "leased_until" timestamptz null, primary key ("study_id"));`,
    );

    this.addSql(`alter table "account" add "roles_changed_at" timestamptz null;`);

    this.addSql(
      `alter table "feed" add constraint "feed_kind_check" check ("kind" in ('account', 'study', 'site', 'board-member'));`,
    );

    this.addSql(
      `alter table "feed_entry" add constraint "feed_entry_subject_check" check ("subject" in ('appointment', 'meeting'));`,
    );
    this.addSql(
      `alter table "feed_entry" add constraint "feed_entry_audience_check" check ("audience" in ('interviewer', 'former-interviewer', 'team', 'board-member'));`,
    );

    this.addSql(
      `insert into "feed_refresh" ("study_id", "request_id") select "id", gen_random_uuid() from "study";`,
    );
  }
}
