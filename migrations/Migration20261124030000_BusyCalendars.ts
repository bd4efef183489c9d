import { Migration } from '@mikro-orm/migrations';

/** Calendars that members of a team connect, and when these say that they are taken. */
export class Migration20261124030000_BusyCalendars extends Migration {
  override up(): void {
    this.addSql(
      `create table "busy_calendar" ("id" uuid not null, "account_id" uuid not null, "kind" text not null, "label" varchar(80) not null, "host" varchar(255) null, "sealed_address" bytea null, "zone" varchar(64) not null, "created_at" timestamptz not null, "fetched_at" timestamptz null, "checked_at" timestamptz null, "attempted_at" timestamptz null, "next_fetch_at" timestamptz null, "leased_until" timestamptz null, "etag" varchar(500) null, "last_modified" varchar(500) null, "failures" int not null default 0, "last_error" varchar(40) null, "digest" varchar(64) null, "covers_until" timestamptz null, "skipped" jsonb null, primary key ("id"));`,
    );
    this.addSql(`create index "busy_calendar_account_id_index" on "busy_calendar" ("account_id");`);
    this.addSql(
      `create index "busy_calendar_due" on "busy_calendar" ("next_fetch_at") where "next_fetch_at" is not null;`,
    );

    this.addSql(
      `create table "busy_time" ("calendar_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "person_id" uuid not null, primary key ("calendar_id", "starts_at"));`,
    );
    this.addSql(
      `create index "busy_time_of_person" on "busy_time" using gist ("person_id", tstzrange("starts_at", "ends_at"));`,
    );

    this.addSql(
      `alter table "busy_calendar" add constraint "busy_calendar_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "busy_calendar" add constraint "busy_calendar_kind_check" check ("kind" in ('address', 'file'));`,
    );

    this.addSql(
      `alter table "busy_time" add constraint "busy_time_calendar_id_foreign" foreign key ("calendar_id") references "busy_calendar" ("id") on delete cascade;`,
    );
  }
}
