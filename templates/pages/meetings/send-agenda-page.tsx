import type { MailDocument } from '../../../src/mail/mail-document.js';
import type { MeetingChange } from '../../../src/meetings/domain/meeting-changes.js';
import type { Delivery } from '../../../src/meetings/domain/plan-sending.js';
import { changeText } from '../../mail/meeting-mails.texts.js';
import { renderText } from '../../mail/render-text.js';
import { Note } from '../../partials/badge.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { Facts } from '../../partials/facts.js';
import type { FieldFault } from '../../partials/form-state.js';
import { PageHead } from '../../partials/page-head.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { meetingsTexts } from './meetings.texts.js';

export interface SendAgendaProps {
  /** Of the study. */
  readonly code: string;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** 0 before the first was sent. */
  readonly agendaVersion: number;
  readonly changes: readonly MeetingChange[];
  readonly recipients: readonly { readonly id: string; readonly name: string; readonly delivery: Delivery }[];
  /** One of the mails; null when there is nobody to write to. */
  readonly preview: MailDocument | null;
  readonly faults: readonly FieldFault[] | undefined;
}

export const sendAgendaPage = (props: SendAgendaProps) => <SendAgenda {...props} />;

function SendAgenda(props: SendAgendaProps) {
  const texts = useTexts(meetingsTexts);
  const { code, id, title, preview, faults } = props;
  const board = `/studies/${code}/board`;
  const crumbs = [
    { label: texts.board, href: board },
    { label: title, href: `${board}/meetings/${id}` },
  ];
  return (
    <>
      <PageHead title={texts.sendTitle} breadcrumb={crumbs} />
      {faults ? <ErrorSummary faults={faults} /> : null}
      {preview ? <Review {...props} preview={preview} /> : <NobodyToSendTo />}
    </>
  );
}

function NobodyToSendTo() {
  const texts = useTexts(meetingsTexts);
  return <EmptyState title={texts.noRecipients}>{texts.noRecipientsText}</EmptyState>;
}

function Review(props: SendAgendaProps & { readonly preview: MailDocument }) {
  const texts = useTexts(meetingsTexts);
  const { preview } = props;
  return (
    <>
      <Changes {...props} />
      <Recipients {...props} />
      <SendForm {...props} />
      <Card title={texts.preview}>
        <Facts facts={[{ label: texts.subject, value: preview.subject }]} />
        <pre tabIndex={0} aria-label={texts.preview}>
          {renderText(preview)}
        </pre>
      </Card>
    </>
  );
}

function Changes({ changes }: SendAgendaProps) {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  if (changes.length === 0) return null;
  return (
    <Card title={texts.changes}>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>{changeText(change, language)}</li>
        ))}
      </ul>
    </Card>
  );
}

function Recipients({ recipients }: SendAgendaProps) {
  const texts = useTexts(meetingsTexts);
  if (recipients.length === 0) return null;
  return (
    <Card title={texts.recipients}>
      <DataTable
        caption={texts.recipients}
        hideCaption
        rows={recipients}
        rowKey={({ id }) => id}
        columns={[
          { header: texts.name, isRowHeader: true, cell: ({ name }) => name },
          { header: texts.mail, cell: ({ delivery }) => texts.delivery[delivery] },
        ]}
      />
    </Card>
  );
}

function SendForm({ code, id, version, recipients }: SendAgendaProps) {
  const texts = useTexts(meetingsTexts);
  const own = `/studies/${code}/board/meetings/${id}`;
  const again = recipients.length === 0;
  return (
    <PostForm action={`${own}/send`} class="stack">
      <input type="hidden" name="version" value={version} />
      {again ? <input type="hidden" name="resend" value="yes" /> : null}
      {again ? (
        <Note>
          <p>{texts.noChanges}</p>
        </Note>
      ) : null}
      <Actions>
        <SubmitButton>{again ? texts.resendButton : texts.sendButton(recipients.length)}</SubmitButton>
        <LinkButton href={own} variant="second">
          {texts.back}
        </LinkButton>
      </Actions>
    </PostForm>
  );
}
