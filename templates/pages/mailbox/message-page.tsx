import type { CapturedMail } from '../../../src/mail/captured-mail.read-model.js';
import type { CalendarSummary } from '../../../src/mail/summarise-calendar.js';
import type { MailPart } from '../../../src/reports/mailbox.schema.js';
import { Card } from '../../partials/card.js';
import { Scroll } from '../../partials/data-table.js';
import { Facts } from '../../partials/facts.js';
import { formatDateTime } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PageHead } from '../../partials/page-head.js';
import { CalendarPartView } from './calendar-part.js';
import { mailboxTexts, mailboxZone } from './mailbox.texts.js';

export interface MessagePageProps {
  readonly mail: Omit<CapturedMail, 'raw'>;
  readonly part: MailPart;
  readonly summary: CalendarSummary | null;
  /** The whole message. */
  readonly source: string;
}

export const messagePage = (props: MessagePageProps) => <MessageView {...props} />;

function MessageView(props: MessagePageProps) {
  const texts = useTexts(mailboxTexts);
  const { language } = usePageContext();
  const href = useHref();
  const { mail } = props;
  return (
    <>
      <PageHead
        title={mail.subject || texts.noSubject}
        breadcrumb={[{ label: texts.title, href: '/mailbox' }]}
        actions={
          <a class="btn second" href={href(`/mailbox/${mail.id}/message.eml`)}>
            {texts.download}
          </a>
        }
      />
      <Card>
        <Facts
          facts={[
            { label: texts.from, value: mail.from },
            { label: texts.to, value: mail.to },
            { label: texts.time, value: formatDateTime(mail.at, { language, zone: mailboxZone }) },
          ]}
        />
      </Card>
      <PartLinks {...props} />
      <Part {...props} />
    </>
  );
}

/** Links, not a widget: each part has an address, and works without scripts. */
function PartLinks({ mail, part }: MessagePageProps) {
  const texts = useTexts(mailboxTexts);
  const href = useHref();
  const parts: readonly MailPart[] = [
    'html',
    'text',
    ...(mail.hasCalendar ? (['calendar'] as const) : []),
    'source',
  ];
  return (
    <nav class="tabs" aria-label={texts.parts}>
      <ul role="list">
        {parts.map((each) => (
          <li key={each}>
            <a
              href={href(`/mailbox/${mail.id}?part=${each}`)}
              aria-current={each === part ? 'page' : undefined}
            >
              {texts.part[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part({ mail, part, summary, source }: MessagePageProps) {
  const texts = useTexts(mailboxTexts);
  if (part === 'html' && mail.html !== null) return <MailFrame mail={mail} />;
  if (part === 'text' && mail.text !== null) return <Plain label={texts.part.text} text={mail.text} />;
  if (part === 'source') return <Plain label={texts.part.source} text={source} />;
  if (part === 'calendar' && summary && mail.calendar !== null)
    return (
      <>
        <Card title={texts.part.calendar}>
          <CalendarPartView summary={summary} />
        </Card>
        <Plain label={texts.raw} text={mail.calendar} title={texts.raw} />
      </>
    );
  return <p class="muted">{texts.noPart}</p>;
}

/** Sandboxed: it cannot run or load anything; pressing a link leaves for where it points, as from a mail program. */
function MailFrame({ mail }: Pick<MessagePageProps, 'mail'>) {
  const texts = useTexts(mailboxTexts);
  return (
    <Card>
      <iframe
        class="mail-frame"
        src={`/mailbox/${mail.id}/html`}
        title={texts.frame(mail.subject)}
        width="100%"
        height="720"
        sandbox="allow-top-navigation-by-user-activation"
      />
    </Card>
  );
}

function Plain({
  label,
  text,
  title,
}: {
  readonly label: string;
  readonly text: string;
  readonly title?: string;
}) {
  return (
    <Card title={title}>
      <Scroll label={label}>
        <pre class="mail-source">{text}</pre>
      </Scroll>
    </Card>
  );
}
