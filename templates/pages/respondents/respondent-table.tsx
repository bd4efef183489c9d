import type { RespondentView } from '../../../src/respondents/respondents.read-model.js';
import type { Contact } from '../../../src/vault/contact.schema.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { formatShortDay } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { useRespondentsPath } from './respondents-path.js';
import { respondentsTexts } from './respondents.texts.js';
import { StatusBadge } from './status-badge.js';
import { nameByCode, type StudyOptions } from './study-options.js';

export interface RespondentTableProps {
  readonly respondents: readonly RespondentView[];
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly options: StudyOptions;
}

export function RespondentTable({ respondents, contacts, options }: RespondentTableProps) {
  const texts = useTexts(respondentsTexts);
  const columns = [...usePersonColumns(contacts), ...usePlaceColumns(options)];
  return (
    <DataTable
      caption={texts.title}
      hideCaption
      columns={columns}
      rows={respondents}
      rowKey={({ id }) => id}
      empty={<EmptyState title={texts.nothing}>{texts.nothingText}</EmptyState>}
    />
  );
}

function usePersonColumns(contacts: ReadonlyMap<string, Contact>): readonly Column<RespondentView>[] {
  const texts = useTexts(respondentsTexts);
  const base = useRespondentsPath();
  const href = useHref();
  const pseudonym: Column<RespondentView> = {
    header: texts.pseudonym,
    isRowHeader: true,
    cell: (row) => (
      <a class="nowrap" href={href(`${base}/${row.id}`)}>
        {row.pseudonym}
      </a>
    ),
  };
  const person: Column<RespondentView> = {
    header: texts.person,
    cell: (row) => <Person respondent={row} contact={contacts.get(row.id)} />,
  };
  return contacts.size > 0 ? [pseudonym, person] : [pseudonym];
}

function usePlaceColumns({ sites, roles }: StudyOptions): readonly Column<RespondentView>[] {
  const texts = useTexts(respondentsTexts);
  const { language, study } = usePageContext();
  const zone = study?.timezone ?? 'UTC';
  return [
    { header: texts.site, cell: (row) => nameByCode(sites, row.site, language) },
    { header: texts.role, cell: (row) => nameByCode(roles, row.role, language) },
    { header: texts.status, cell: (row) => <StatusBadge status={row.status} /> },
    {
      header: texts.changed,
      cell: (row) => (
        <time dateTime={row.updatedAt.toISOString()}>
          {formatShortDay(row.updatedAt, { language, zone }, { year: true })}
        </time>
      ),
    },
  ];
}

interface PersonProps {
  readonly respondent: RespondentView;
  readonly contact: Contact | undefined;
}

function Person({ respondent, contact }: PersonProps) {
  const texts = useTexts(respondentsTexts);
  if (!contact) return <span class="muted">{respondent.contactId === null ? texts.erased : '–'}</span>;
  return (
    <div>
      {contact.name}
      {contact.organisation ? (
        <div class="muted">
          <small>{contact.organisation}</small>
        </div>
      ) : null}
    </div>
  );
}
