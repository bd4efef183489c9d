import type { Purpose } from '../../../src/meetings/domain/meeting-content.js';
import type { MeetingView } from '../../../src/meetings/meetings.read-model.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Select } from '../../partials/choices.js';
import { ErrorSummary } from '../../partials/error-summary.js';
import type { FormState } from '../../partials/form-state.js';
import { TextArea, TextInput } from '../../partials/inputs.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { VersionField } from './meeting-form-page.js';
import { meetingsTexts } from './meetings.texts.js';

const purposes: readonly Purpose[] = ['inform', 'discuss', 'decide'];

type Item = MeetingView['agenda']['items'][number];

export interface AgendaItemPageProps {
  readonly meeting: MeetingView;
  /** Of the study. */
  readonly code: string;
  /** Absent for a new one. */
  readonly item: Item | undefined;
  readonly state: FormState | undefined;
}

export const agendaItemPage = (props: AgendaItemPageProps) => <AgendaItemForm {...props} />;

function AgendaItemForm({ meeting, code, item, state }: AgendaItemPageProps) {
  const texts = useTexts(meetingsTexts);
  const board = `/studies/${code}/board`;
  const own = `${board}/meetings/${meeting.id}`;
  const crumbs = [
    { label: texts.board, href: board },
    { label: meeting.title, href: own },
  ];
  return (
    <>
      <PageHead title={item ? texts.editItem : texts.newItem} breadcrumb={crumbs} />
      <PostForm action={item ? `${own}/items/${item.id}` : `${own}/items`} class="card stack" state={state}>
        <ErrorSummary />
        <VersionField version={meeting.version} />
        <ItemFields item={item} />
        <Actions>
          <SubmitButton>{texts.itemForm.save}</SubmitButton>
          <LinkButton href={`${own}#agenda`} variant="second">
            {texts.back}
          </LinkButton>
        </Actions>
      </PostForm>
    </>
  );
}

function ItemFields({ item }: { readonly item: Item | undefined }) {
  const { itemForm: form, purpose } = useTexts(meetingsTexts);
  const options = purposes.map((value) => ({ value, label: purpose[value] }));
  return (
    <>
      <TextInput name="title" label={form.title} value={item?.title} maxLength={200} />
      <TextInput
        name="presenter"
        label={form.presenter}
        hint={form.presenterHint}
        optional
        value={item?.presenter ?? ''}
        maxLength={200}
      />
      <TextInput
        name="minutes"
        label={form.minutes}
        inputMode="numeric"
        width="short"
        value={String(item?.minutes ?? 15)}
      />
      <Select name="purpose" label={form.purpose} options={options} value={item?.purpose ?? 'discuss'} />
      <TextArea name="note" label={form.note} optional value={item?.note ?? ''} maxLength={2000} />
    </>
  );
}
