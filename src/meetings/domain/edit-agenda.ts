interface Identified {
  /** Absent for an item that was not saved yet. */
  readonly id?: string | undefined;
}

/** One thing that somebody does to an agenda. An item that is no longer there makes the edit do nothing. */
export type AgendaEdit<Item> =
  | { readonly do: 'add'; readonly item: Item }
  | { readonly do: 'replace'; readonly item: Item }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; readonly by: -1 | 1 };

/** The agenda after the edit. An item at either end stays there when it is moved further. */
export function editAgenda<Item extends Identified>(
  items: readonly Item[],
  edit: AgendaEdit<Item>,
): readonly Item[] {
  switch (edit.do) {
    case 'add':
      return [...items, edit.item];
    case 'replace':
      return items.map((item) => (item.id === edit.item.id ? edit.item : item));
    case 'remove':
      return items.filter(({ id }) => id !== edit.id);
    case 'move':
      return moved(items, edit);
  }
}

function moved<Item extends Identified>(items: readonly Item[], { id, by }: { id: string; by: -1 | 1 }) {
  const from = items.findIndex((item) => item.id === id);
  const [item, other] = [items[from], items[from + by]];
  return item && other ? items.with(from, other).with(from + by, item) : items;
}
