import type { VNode } from 'preact';
import type { HistoryEntry } from '../../../src/respondents/respondent-history.read-model.js';
import type { RespondentStatus } from '../../../src/respondents/respondent-status.js';
import type { RespondentView } from '../../../src/respondents/respondents.read-model.js';
import type { Contact } from '../../../src/vault/contact.schema.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card, Columns, Stack } from '../../partials/card.js';
import { Facts } from '../../partials/facts.js';
import { formatDay } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { ContactCard } from './contact-card.js';
import { HistoryList } from './history-list.js';
import { useRespondentsPath } from './respondents-path.js';
import { respondentTexts } from './respondent.texts.js';
import { sayWindows } from './say-windows.js';
import { StatusBadge } from './status-badge.js';
import { StatusForm } from './status-form.js';
import { nameByCode, type StudyOptions } from './study-options.js';

export interface RespondentPageProps {
  readonly respondent: RespondentView;
  /** Absent when the reader may not see it, or when it is erased. */
  readonly contact: Contact | undefined;
  readonly history: readonly HistoryEntry[];
  /** Cards of other parts of the house. */
  readonly panels: readonly VNode[];
  readonly options: StudyOptions;
  readonly mayChange: boolean;
  /** The statuses that can be chosen now. */
  readonly transitions: readonly RespondentStatus[];
}

export const respondentPage = (props: RespondentPageProps) => <RespondentDetailView {...props} />;

function RespondentDetailView(props: RespondentPageProps) {
  const texts = useTexts(respondentTexts);
  const base = useRespondentsPath();
  const { respondent, mayChange } = props;
  return (
    <Stack>
      <PageHead
        title={respondent.pseudonym}
        intro={<StatusBadge status={respondent.status} />}
        breadcrumb={[{ label: texts.list, href: base }]}
        actions={
          mayChange ? <LinkButton href={`${base}/${respondent.id}/edit`}>{texts.edit}</LinkButton> : null
        }
      />
      <Columns>
        <Stack>
          {props.panels}
          <HistoryList entries={props.history} />
        </Stack>
        <Stack>
          <ContactCard respondent={respondent} contact={props.contact} mayChange={mayChange} />
          <RespondentFacts respondent={respondent} options={props.options} />
          {mayChange ? <StatusForm respondent={respondent} transitions={props.transitions} /> : null}
        </Stack>
      </Columns>
    </Stack>
  );
}

function RespondentFacts({ respondent, options }: Pick<RespondentPageProps, 'respondent' | 'options'>) {
  const texts = useTexts(respondentTexts);
  const { language, study } = usePageContext();
  const sources: Readonly<Record<string, string>> = texts.sources;
  const { source } = respondent;
  const facts = [
    { label: texts.site, value: nameByCode(options.sites, respondent.site, language) },
    { label: texts.role, value: nameByCode(options.roles, respondent.role, language) },
    { label: texts.language, value: texts.languages[respondent.language] },
    { label: texts.windows, value: sayWindows(respondent.windows, language) },
    { label: texts.source, value: source && (sources[source] ?? source) },
    {
      label: texts.added,
      value: formatDay(respondent.createdAt, { language, zone: study?.timezone ?? 'UTC' }),
    },
  ];
  return (
    <Card title={texts.facts}>
      <Facts facts={facts} />
    </Card>
  );
}
