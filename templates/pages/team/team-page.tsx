import type { Weekday } from '../../../src/kernel/time/weekday.js';
import type { TravelBase, WeeklyHours } from '../../../src/studies/study-parts.js';
import { Badge } from '../../partials/badge.js';
import { LinkButton } from '../../partials/buttons.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { PageHead } from '../../partials/page-head.js';
import { useHref, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { teamTexts } from './team.texts.js';

export interface TeamRow {
  readonly accountId: string;
  readonly name: string;
  /** Absent for readers who need not know it. */
  readonly email?: string | undefined;
  readonly role: 'owner' | 'coordinator' | 'interviewer' | 'observer';
  readonly base: TravelBase | null;
  readonly weekly: WeeklyHours | null;
  /** Days from today on with other hours. */
  readonly exceptions: number;
  /** Absent for readers who need not know it. */
  readonly hasPassword?: boolean | undefined;
  /** The reader may set this member's hours. */
  readonly mayChange: boolean;
}

export interface TeamProps {
  readonly code: string;
  readonly members: readonly TeamRow[];
  /** The reader plans the study: may invite and change the file. */
  readonly mayPlan: boolean;
}

export const teamPage = (props: TeamProps) => <TeamView {...props} />;

function TeamView({ code, members, mayPlan }: TeamProps) {
  const texts = useTexts(teamTexts);
  const columns: Column<TeamRow>[] = [
    { header: texts.name, cell: (member) => <MemberName code={code} member={member} />, isRowHeader: true },
    ...(mayPlan ? [{ header: texts.email, cell: ({ email }: TeamRow) => email }] : []),
    { header: texts.role, cell: ({ role }) => texts.roles[role] },
    { header: texts.base, cell: ({ base }) => base?.city ?? texts.none },
    { header: texts.hours, cell: (member) => <Hours {...member} /> },
    {
      header: texts.daysOff,
      cell: ({ exceptions }) => (exceptions ? texts.upcoming(exceptions) : texts.none),
    },
    ...(mayPlan
      ? [{ header: texts.signIn, cell: (member: TeamRow) => <SignInState code={code} member={member} /> }]
      : []),
  ];
  return (
    <>
      <PageHead
        title={texts.title}
        intro={texts.intro}
        actions={
          mayPlan ? (
            <LinkButton href={`/studies/${code}/definition`} variant="second">
              {texts.definition}
            </LinkButton>
          ) : null
        }
      />
      <section class="card">
        <DataTable
          caption={texts.caption}
          hideCaption
          rows={members}
          rowKey={({ accountId }) => accountId}
          columns={columns}
        />
      </section>
    </>
  );
}

interface MemberProps {
  readonly code: string;
  readonly member: TeamRow;
}

function MemberName({ code, member }: MemberProps) {
  const href = useHref();
  const { accountId, name, mayChange } = member;
  return mayChange ? <a href={href(`/studies/${code}/team/${accountId}`)}>{name}</a> : <>{name}</>;
}

function Hours({ weekly }: TeamRow) {
  const texts = useTexts(teamTexts);
  const weekdays = Object.keys(texts.short) as Weekday[];
  const worked = weekdays.filter((day) => weekly?.[day]?.length);
  if (worked.length === 0) return <span class="muted">{texts.noHours}</span>;
  return (
    <>
      {worked.map((day) => (
        <div key={day} class="nowrap">
          {texts.short[day]} {weekly?.[day]?.join(', ')}
        </div>
      ))}
    </>
  );
}

function SignInState({ code, member }: MemberProps) {
  const texts = useTexts(teamTexts);
  const { accountId, name, hasPassword } = member;
  if (hasPassword) return <Badge tone="ok">{texts.hasPassword}</Badge>;
  return (
    <PostForm action={`/studies/${code}/team/${accountId}/invite`}>
      <div class="actions">
        <Badge>{texts.noPassword}</Badge>
        <button class="btn second small" type="submit" aria-label={texts.inviteName(name)}>
          {texts.invite}
        </button>
      </div>
    </PostForm>
  );
}
