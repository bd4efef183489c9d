import type { InboxMessage } from '../../../src/inbox/inbox.read-model.js';
import { formatDay, formatShortDay, formatTime, formatTimeRange } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { inboxTexts } from './inbox.texts.js';

export interface SubjectLinkProps {
  readonly about: NonNullable<InboxMessage['about']>;
  readonly code: string;
  readonly zone: string;
  /** Default: on one line, in full. */
  readonly look?: 'brief' | 'lines';
}

/** The address of the appointment or meeting. */
export const subjectPath = ({ subject, id }: SubjectLinkProps['about'], code: string): string =>
  `/studies/${code}/${subject === 'meeting' ? `board/meetings/${id}` : `appointments/${id}`}`;

/** The appointment or meeting, by when it is. */
export function SubjectLink(props: SubjectLinkProps) {
  const href = useHref();
  const { about, code, look } = props;
  const { title } = about;
  return (
    <a href={href(subjectPath(about, code))}>
      <span>
        {title && look === 'lines' ? <span class="note-line">{title}</span> : null}
        {title && look !== 'lines' ? `${title}, ` : null}
        <When {...props} />
      </span>
    </a>
  );
}

function When({ about: { start, end }, zone, look }: SubjectLinkProps) {
  const texts = useTexts(inboxTexts);
  const { language } = usePageContext();
  const style = { language, zone };
  if (!start || !end) return <>{texts.appointment}</>;
  if (look === 'lines') return <MomentLines moment={{ start, end }} zone={zone} />;
  if (look === 'brief')
    return (
      <time dateTime={start.toISOString()}>
        {formatShortDay(start, style)}, {formatTime(start, style)}
      </time>
    );
  return (
    <time dateTime={start.toISOString()}>
      {formatDay(start, style)}, {formatTimeRange(start, end, style)}
    </time>
  );
}

export interface MomentLinesProps {
  readonly moment: { readonly start: Date; readonly end: Date };
  readonly zone: string;
}

/** Day and hours, below each other. */
export function MomentLines({ moment: { start, end }, zone }: MomentLinesProps) {
  const { language } = usePageContext();
  const style = { language, zone };
  return (
    <time dateTime={start.toISOString()}>
      {formatShortDay(start, style, { year: true })}
      <span class="note-line">{formatTimeRange(start, end, style)}</span>
    </time>
  );
}
