import type { MeetingView } from '../../../src/meetings/meetings.read-model.js';
import { Note } from '../../partials/badge.js';
import { LinkButton } from '../../partials/buttons.js';
import { Card } from '../../partials/card.js';
import { DataTable, type Column } from '../../partials/data-table.js';
import { EmptyState } from '../../partials/empty-state.js';
import { formatDuration, formatTime } from '../../partials/format.js';
import { useHref, usePageContext, useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { meetingsTexts } from './meetings.texts.js';

type Item = MeetingView['agenda']['items'][number];

interface AgendaProps {
  readonly meeting: MeetingView;
  readonly own: string;
  readonly zone: string;
  readonly mayEdit: boolean;
}

/** The items with their clock times; for who may, with the buttons that change them. */
export function AgendaCard(props: AgendaProps) {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  const { meeting, own, mayEdit } = props;
  const { items, overrunMinutes } = meeting.agenda;
  const add = mayEdit ? <LinkButton href={`${own}/items/new`}>{texts.newItem}</LinkButton> : null;
  const empty = (
    <EmptyState title={texts.noItems} action={add}>
      {texts.noItemsText}
    </EmptyState>
  );
  return (
    <Card title={texts.agenda} id="agenda">
      {overrunMinutes > 0 ? (
        <Note tone="warn">
          <p>{texts.overrun(formatDuration(overrunMinutes, language))}</p>
        </Note>
      ) : null}
      <DataTable
        caption={texts.agenda}
        hideCaption
        columns={useColumns(props)}
        rows={items}
        rowKey={({ id }) => id}
        empty={empty}
      />
      {items.length > 0 && add ? <p class="actions">{add}</p> : null}
    </Card>
  );
}

function useColumns(props: AgendaProps): Column<Item>[] {
  const texts = useTexts(meetingsTexts);
  const { language } = usePageContext();
  const style = { language, zone: props.zone };
  return [
    { header: texts.time, cell: ({ start }) => (start ? formatTime(start, style) : '–') },
    { header: texts.item, isRowHeader: true, cell: ({ title }) => title },
    { header: texts.about, cell: (item) => <ItemDetails item={item} /> },
    ...(props.mayEdit
      ? [{ header: texts.actions, cell: (item: Item) => <ItemActions {...props} item={item} /> }]
      : []),
  ];
}

/** Who, how long and what for; below that the note. */
export function ItemDetails({
  item,
}: {
  readonly item: Pick<Item, 'presenter' | 'minutes' | 'purpose' | 'note'>;
}) {
  const texts = useTexts(meetingsTexts);
  const details = [item.presenter, texts.minutes(item.minutes), texts.purpose[item.purpose]];
  return (
    <div>
      {details.filter(Boolean).join(' · ')}
      {item.note ? <NoteLines text={item.note} /> : null}
    </div>
  );
}

function NoteLines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <span key={index} class="muted note-line">
          {line}
        </span>
      ))}
    </>
  );
}

function ItemActions({ meeting, own, item }: AgendaProps & { readonly item: Item }) {
  const texts = useTexts(meetingsTexts);
  const href = useHref();
  const { items } = meeting.agenda;
  const place = items.indexOf(item);
  const at = `${own}/items/${item.id}`;
  return (
    <div class="actions">
      <a class="btn second small" href={href(at)}>
        {texts.change}
        <span class="vh"> {item.title}</span>
      </a>
      {place > 0 ? <ItemButton {...{ meeting, item, action: `${at}/move`, direction: 'up' }} /> : null}
      {place < items.length - 1 ? (
        <ItemButton {...{ meeting, item, action: `${at}/move`, direction: 'down' }} />
      ) : null}
      <ItemButton {...{ meeting, item, action: `${at}/remove`, direction: undefined }} />
    </div>
  );
}

interface ItemButtonProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  readonly action: string;
  /** Absent: away with it. */
  readonly direction: 'up' | 'down' | undefined;
}

function ItemButton({ meeting, item, action, direction }: ItemButtonProps) {
  const texts = useTexts(meetingsTexts);
  return (
    <PostForm action={action} class="inline-form">
      <input type="hidden" name="version" value={meeting.version} />
      {direction ? <input type="hidden" name="direction" value={direction} /> : null}
      <button class={direction ? 'btn second small' : 'btn danger small'} type="submit">
        {texts[direction ?? 'remove']}
        <span class="vh"> {item.title}</span>
      </button>
    </PostForm>
  );
}
