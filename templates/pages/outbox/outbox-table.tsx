import type { RefusalReason } from '../../../src/mail/explain-refusal.js';
import type { AddressedOutboxRow, OutboxRow } from '../../../src/mail/outbox.read-model.js';
import { Badge, type Tone } from '../../partials/badge.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { formatShortDateTime } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { mailKindTexts, outboxTexts } from './outbox.texts.js';

/** A row of the outbox; recipient and subject only for those who may see them. */
export interface OutboxEntry extends OutboxRow, Partial<Pick<AddressedOutboxRow, 'to' | 'subject'>> {
  readonly reason: RefusalReason | null;
}

export interface OutboxTableProps {
  readonly entries: readonly OutboxEntry[];
  readonly caption: string;
  readonly studyCode: string;
  /** IANA name. */
  readonly zone: string;
  readonly mayResend: boolean;
}

const tones: Readonly<Record<OutboxEntry['status'], Tone>> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'ok',
  failed: 'bad',
  bounced: 'bad',
};

const isUnsent = ({ status }: OutboxEntry): boolean => status === 'failed' || status === 'bounced';

export function OutboxTable({ entries, caption, studyCode, zone, mayResend }: OutboxTableProps) {
  const texts = useTexts(outboxTexts);
  const columns: Column<OutboxEntry>[] = [
    { header: texts.mail, isRowHeader: true, cell: (entry) => <MailName entry={entry} /> },
    { header: texts.about, cell: ({ about }) => about ?? texts.none },
  ];
  if (entries.some(({ to }) => to !== undefined))
    columns.push({ header: texts.to, cell: (entry) => <Recipient entry={entry} /> });
  columns.push(
    { header: texts.made, cell: ({ createdAt }) => <Moment at={createdAt} zone={zone} /> },
    { header: texts.status, cell: (entry) => <Progress entry={entry} zone={zone} /> },
  );
  if (mayResend && entries.some(isUnsent))
    columns.push({
      header: texts.action,
      cell: (entry) => (isUnsent(entry) ? <SendAgain entry={entry} studyCode={studyCode} /> : texts.none),
    });
  return <DataTable caption={caption} hideCaption columns={columns} rows={entries} rowKey={({ id }) => id} />;
}

function useKindName(kind: string): string {
  return mailKindTexts[usePageContext().language][kind] ?? kind;
}

function MailName({ entry: { kind, subject } }: { readonly entry: OutboxEntry }) {
  const name = useKindName(kind);
  return (
    <>
      {subject ?? name}
      {subject ? <small class="muted"> {name}</small> : null}
    </>
  );
}

function Recipient({ entry: { to } }: { readonly entry: OutboxEntry }) {
  if (!to) return null;
  return (
    <span>
      {to.name} <span class="muted">{to.address}</span>
    </span>
  );
}

function Moment({ at, zone }: { readonly at: Date; readonly zone: string }) {
  const { language } = usePageContext();
  return <time dateTime={at.toISOString()}>{formatShortDateTime(at, { language, zone })}</time>;
}

/** The status, and what there is to say of it: when it left, when it is tried again, why it failed. */
function Progress({ entry, zone }: { readonly entry: OutboxEntry; readonly zone: string }) {
  const texts = useTexts(outboxTexts);
  const { language } = usePageContext();
  const { status, sentAt, nextAttemptAt, attempts, reason, lastError } = entry;
  const when = (at: Date) => formatShortDateTime(at, { language, zone });
  const isRetry = status === 'queued' && lastError !== null;
  return (
    <div>
      <Badge tone={isRetry ? 'warn' : tones[status]}>{texts.statuses[status]}</Badge>
      {sentAt ? <p class="muted">{texts.sentAt(when(sentAt))}</p> : null}
      {reason ? <p>{texts.reasons[reason]}</p> : null}
      {isRetry && nextAttemptAt ? <p class="muted">{texts.nextAt(when(nextAttemptAt))}</p> : null}
      {lastError ? (
        <details>
          <summary>{texts.words}</summary>
          <p>
            <code>{lastError}</code> ({texts.attempts(attempts)})
          </p>
        </details>
      ) : null}
    </div>
  );
}

function SendAgain({ entry, studyCode }: { readonly entry: OutboxEntry; readonly studyCode: string }) {
  const texts = useTexts(outboxTexts);
  const name = useKindName(entry.kind);
  const what = [name, entry.about].filter(Boolean).join(', ');
  return (
    <PostForm action={`/studies/${encodeURIComponent(studyCode)}/outbox/${entry.id}/send-again`}>
      <button class="btn second small" type="submit" aria-label={texts.sendAgainFor(what)}>
        {texts.sendAgain}
      </button>
    </PostForm>
  );
}
