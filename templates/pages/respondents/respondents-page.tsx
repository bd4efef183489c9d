import type { RespondentFilter, RespondentView } from '../../../src/respondents/respondents.read-model.js';
import type { Contact } from '../../../src/vault/contact.schema.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { EmptyState } from '../../partials/empty-state.js';
import { useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { Pagination } from '../../partials/pagination.js';
import { FindByAddress } from './find-by-address.js';
import { RespondentFilters } from './respondent-filters.js';
import { RespondentTable } from './respondent-table.js';
import { useRespondentsPath } from './respondents-path.js';
import { respondentsTexts } from './respondents.texts.js';
import type { StudyOptions } from './study-options.js';

export interface RespondentsPageProps {
  readonly respondents: readonly RespondentView[];
  /** By the respondent's id; absent for those whose details the reader may not see. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly filter: RespondentFilter;
  readonly counts: { readonly shown: number; readonly total: number };
  readonly nextCursor?: string | undefined;
  readonly options: StudyOptions;
  readonly mayChange: boolean;
}

export const respondentsPage = (props: RespondentsPageProps) => <RespondentsView {...props} />;

function RespondentsView(props: RespondentsPageProps) {
  const texts = useTexts(respondentsTexts);
  const { counts, mayChange } = props;
  if (counts.total === 0)
    return (
      <Stack>
        <PageHead title={texts.title} />
        <Card>
          <NoRespondents mayChange={mayChange} />
        </Card>
      </Stack>
    );
  return (
    <Stack>
      <PageHead
        title={texts.title}
        intro={texts.count(counts.shown, counts.total)}
        actions={mayChange ? <PageActions /> : null}
      />
      <Card>
        <RespondentFilters filter={props.filter} options={props.options} />
      </Card>
      <Card>
        <RespondentTable {...props} />
        <Pagination nextCursor={props.nextCursor} />
      </Card>
      {mayChange ? <FindByAddress /> : null}
    </Stack>
  );
}

function PageActions() {
  const texts = useTexts(respondentsTexts);
  const base = useRespondentsPath();
  return (
    <>
      <LinkButton href={`${base}/import`} variant="second">
        {texts.import}
      </LinkButton>
      <LinkButton href={`${base}/new`}>{texts.add}</LinkButton>
    </>
  );
}

function NoRespondents({ mayChange }: Pick<RespondentsPageProps, 'mayChange'>) {
  const texts = useTexts(respondentsTexts);
  const base = useRespondentsPath();
  const actions = (
    <>
      <LinkButton href={`${base}/import`}>{texts.import}</LinkButton>
      <LinkButton href={`${base}/new`} variant="second">
        {texts.add}
      </LinkButton>
    </>
  );
  return (
    <EmptyState title={texts.none} action={mayChange ? actions : null}>
      {mayChange ? texts.noneText : texts.noneReader}
    </EmptyState>
  );
}
