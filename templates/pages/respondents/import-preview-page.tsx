import type { ImportOutcome } from '../../../src/respondents/respondent-import.service.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { PostForm } from '../../partials/post-form.js';
import { Tile, Tiles } from '../../partials/tile.js';
import { importPageTexts } from './import.texts.js';
import { useRespondentsPath } from './respondents-path.js';
import { nameByCode, type StudyOptions } from './study-options.js';

export interface ImportPreviewProps {
  readonly outcome: ImportOutcome;
  readonly options: StudyOptions;
  /** The list itself in base64: it travels with the form, so that nothing is stored before it is confirmed. */
  readonly content: string;
}

const mostShown = 25;

export const importPreviewPage = (props: ImportPreviewProps) => <ImportPreviewView {...props} />;

function ImportPreviewView({ outcome, options, content }: ImportPreviewProps) {
  const texts = useTexts(importPageTexts);
  const base = useRespondentsPath();
  return (
    <Stack>
      <PageHead title={texts.preview} step={texts.step(2)} breadcrumb={[{ label: texts.list, href: base }]} />
      <Tiles>
        <Tile label={texts.new} value={outcome.imported} />
        <Tile label={texts.changed} value={outcome.changed} />
        <Tile label={texts.unchanged} value={outcome.unchanged} />
      </Tiles>
      <Confirmation outcome={outcome} content={content} />
      {outcome.imported > 0 ? (
        <Card>
          <Newcomers outcome={outcome} options={options} />
        </Card>
      ) : null}
    </Stack>
  );
}

function Confirmation({ outcome, content }: Pick<ImportPreviewProps, 'outcome' | 'content'>) {
  const texts = useTexts(importPageTexts);
  const base = useRespondentsPath();
  const count = outcome.imported + outcome.changed;
  if (count === 0)
    return (
      <Note>
        <p>{texts.nothingToDo}</p>
        <Actions>
          <LinkButton href={base}>{texts.toList}</LinkButton>
        </Actions>
      </Note>
    );
  return (
    <PostForm action={`${base}/import/confirm`} encType="multipart/form-data">
      <input type="hidden" name="content" value={content} />
      <Actions>
        <SubmitButton>{texts.confirm(count)}</SubmitButton>
        <LinkButton href={`${base}/import`} variant="second">
          {texts.back}
        </LinkButton>
      </Actions>
    </PostForm>
  );
}

function Newcomers({ outcome, options }: Pick<ImportPreviewProps, 'outcome' | 'options'>) {
  const texts = useTexts(importPageTexts);
  const { language } = usePageContext();
  const rows = outcome.respondents.filter(({ id }) => id === undefined).slice(0, mostShown);
  return (
    <DataTable
      caption={texts.first(rows.length, outcome.imported)}
      rows={rows}
      rowKey={({ pseudonym }) => pseudonym}
      columns={[
        { header: texts.pseudonym, isRowHeader: true, cell: ({ pseudonym }) => pseudonym },
        { header: texts.site, cell: ({ site }) => nameByCode(options.sites, site, language) },
        { header: texts.role, cell: ({ role }) => nameByCode(options.roles, role, language) },
      ]}
    />
  );
}
