import type { MeetingStatus } from '../../../src/meetings/meeting-status.js';
import type { AnswerCounts, MeetingSummary } from '../../../src/meetings/meetings.read-model.js';
import { Badge, type Tone } from '../../partials/badge.js';
import { formatDate, formatDay, formatTimeRange } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { meetingsTexts } from './meetings.texts.js';

const tones: Readonly<Record<MeetingStatus, Tone>> = {
  draft: 'neutral',
  scheduled: 'info',
  held: 'ok',
  cancelled: 'bad',
};

export function MeetingBadge({ status }: { readonly status: MeetingStatus }) {
  return <Badge tone={tones[status]}>{useTexts(meetingsTexts).status[status]}</Badge>;
}

interface WhenProps {
  readonly meeting: Pick<MeetingSummary, 'start' | 'end' | 'before'>;
  readonly zone: string;
}

/** The date, or the last one that is possible. */
export function When({ meeting: { start, end, before }, zone }: WhenProps) {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  const style = { language, zone };
  if (start && end) {
    return (
      <time dateTime={start.toISOString()}>
        {formatDay(start, style)}, {formatTimeRange(start, end, style)}
      </time>
    );
  }
  return <>{before ? texts.before(formatDate(before, language)) : texts.noDate}</>;
}

/** What a coordinator does next. */
export function NextStep({ meeting, counts }: { meeting: MeetingSummary; counts: AnswerCounts | undefined }) {
  const { nextStep } = useTexts(meetingsTexts);
  const { status, agendaVersion, hasBegun } = meeting;
  if (status === 'draft') return <>{nextStep.date}</>;
  if (status !== 'scheduled') return <>{nextStep.none}</>;
  if (hasBegun) return <>{nextStep.close}</>;
  if (agendaVersion === 0 || !counts) return <>{nextStep.send}</>;
  const given = counts.accepted + counts.tentative + counts.declined;
  return <>{nextStep.answers(given, given + counts['needs-action'])}</>;
}
