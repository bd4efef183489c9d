import type { AnswerDetails } from '../../../src/appointments/answer-notes.read-model.js';
import type { AppointmentView } from '../../../src/appointments/appointments.schema.js';
import { Badge, type Tone } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { DataTable } from '../../partials/data-table.js';
import { formatShortDateTime } from '../../partials/format.js';
import { useTexts } from '../../partials/page-context.js';
import { useStudyTime } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';

export type Participant = AppointmentView['participants'][number];

export interface ParticipantsProps {
  readonly appointment: AppointmentView;
  /** What came with the answers; empty for readers who may not see it. */
  readonly notes: ReadonlyMap<Participant['kind'], AnswerDetails>;
}

const tones: Readonly<Record<Participant['answer'], Tone>> = {
  'needs-action': 'neutral',
  accepted: 'ok',
  tentative: 'warn',
  declined: 'bad',
};

/** Who was invited, what they answered, when and how. */
export function ParticipantsCard({ appointment, notes }: ParticipantsProps) {
  const texts = useTexts(appointmentsTexts);
  const { participants, respondent, interviewer } = appointment;
  const nameOf = ({ kind }: Participant) =>
    kind === 'respondent' ? (respondent?.pseudonym ?? texts.people[kind]) : interviewer.name;
  return (
    <Card title={texts.participants}>
      <DataTable
        caption={texts.participants}
        hideCaption
        rows={participants}
        rowKey={({ kind }) => kind}
        empty={<p class="muted">{texts.noParticipants}</p>}
        columns={[
          { header: texts.who, isRowHeader: true, cell: nameOf },
          {
            header: texts.answer,
            cell: ({ answer }) => <Badge tone={tones[answer]}>{texts.answers[answer]}</Badge>,
          },
          {
            header: texts.answered,
            cell: (participant) => (
              <HowAnswered participant={participant} details={notes.get(participant.kind) ?? {}} />
            ),
          },
        ]}
      />
    </Card>
  );
}

interface HowProps {
  readonly participant: Participant;
  readonly details: AnswerDetails;
}

function HowAnswered({ participant: { answeredAt, answeredBy }, details }: HowProps) {
  const texts = useTexts(appointmentsTexts);
  const style = useStudyTime();
  if (!answeredAt) return <span class="muted">–</span>;
  const at = new Date(answeredAt);
  return (
    <div>
      <time dateTime={answeredAt}>{formatShortDateTime(at, style)}</time>
      {answeredBy ? `, ${texts.channels[answeredBy]}` : null}
      <Details {...details} />
    </div>
  );
}

function Details({ comment, onBehalf, substitute, substituteAnswer }: AnswerDetails) {
  const texts = useTexts(appointmentsTexts);
  const said = substituteAnswer ? texts.answers[substituteAnswer] : texts.answers['needs-action'];
  return (
    <>
      {onBehalf ? <span class="note-line">{texts.onBehalf(onBehalf)}</span> : null}
      {substitute ? <span class="note-line">{texts.substitute(substitute, said)}</span> : null}
      {comment ? <blockquote class="pre-line">{comment}</blockquote> : null}
    </>
  );
}
