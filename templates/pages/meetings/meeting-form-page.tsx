import type { MeetingSummary } from '../../../src/meetings/meetings.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import { isoDay, minutesOfDay } from '../../partials/format.js';
import { useField, type FormState } from '../../partials/form-state.js';
import { DateInput, TextInput, TimeInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { meetingsTexts } from './meetings.texts.js';

export interface MeetingFormProps {
  /** Of the study. */
  readonly code: string;
  readonly zone: string;
  /** Absent for a new one. */
  readonly meeting?: MeetingSummary;
  readonly state: FormState | undefined;
}

export const meetingFormPage = (props: MeetingFormProps) => <MeetingForm {...props} />;

function MeetingForm({ code, zone, meeting, state }: MeetingFormProps) {
  const texts = useTexts(meetingsTexts);
  const board = `/studies/${code}/board`;
  const own = meeting ? `${board}/meetings/${meeting.id}` : board;
  const crumbs = [
    { label: texts.board, href: board },
    ...(meeting ? [{ label: meeting.title, href: own }] : []),
  ];
  return (
    <>
      <PageHead title={meeting ? texts.editMeeting : texts.newMeeting} breadcrumb={crumbs} />
      <PostForm action={meeting ? `${own}/edit` : `${board}/meetings`} class="card stack" state={state}>
        <ErrorSummary labels={{ title: texts.form.title, durationMinutes: texts.form.minutes }} />
        {meeting ? <VersionField version={meeting.version} /> : null}
        <MeetingFields meeting={meeting} zone={zone} />
        <p class="muted">{texts.form.nothingMailed}</p>
        <Actions>
          <SubmitButton>{texts.form.save}</SubmitButton>
          <LinkButton href={own} variant="second">
            {texts.back}
          </LinkButton>
        </Actions>
      </PostForm>
    </>
  );
}

interface FieldsProps {
  readonly meeting?: MeetingSummary | undefined;
  readonly zone: string;
}

function MeetingFields({ meeting, zone }: FieldsProps) {
  const { form } = useTexts(meetingsTexts);
  const { title, durationMinutes = 120, place, videoUrl } = meeting ?? {};
  const length = String(durationMinutes);
  return (
    <>
      <TextInput name="title" label={form.title} value={title} maxLength={200} />
      <MomentFields meeting={meeting} zone={zone} />
      <TextInput
        name="durationMinutes"
        label={form.minutes}
        inputMode="numeric"
        width="short"
        value={length}
      />
      <TextInput
        name="place"
        label={form.place}
        hint={form.placeHint}
        optional
        value={place ?? ''}
        maxLength={500}
      />
      <TextInput
        name="videoUrl"
        label={form.video}
        type="url"
        optional
        value={videoUrl ?? ''}
        maxLength={1000}
      />
    </>
  );
}

function MomentFields({ meeting, zone }: FieldsProps) {
  const { form } = useTexts(meetingsTexts);
  const start = meeting?.start;
  const [date, time] = start ? [isoDay(start, zone), wallTime(start, zone)] : ['', ''];
  return (
    <>
      <DateInput name="date" label={form.date} hint={form.dateHint} optional value={date} />
      <TimeInput name="time" label={form.time} hint={form.zone(zone)} optional value={time} />
    </>
  );
}

/** Which version the form was made from; after a refusal the one that was shown with it. */
export function VersionField({ version }: { readonly version: number }) {
  const { values } = useField('version', { initial: String(version) });
  return <input type="hidden" name="version" value={values[0]} />;
}

function wallTime(moment: Date, zone: string): string {
  const minutes = minutesOfDay(moment, zone);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
