import { editAgenda, type AgendaEdit } from './edit-agenda.js';
import type { AgendaItemContent } from './meeting-content.js';

const item = (id: string, title = id): AgendaItemContent => ({
  id,
  title,
  presenter: null,
  minutes: 10,
  purpose: 'inform',
  note: null,
});
const agenda = [item('a'), item('b'), item('c')];
const after = (edit: AgendaEdit<AgendaItemContent>) =>
  editAgenda(agenda, edit)
    .map(({ title }) => title)
    .join('');

describe('An agenda', () => {
  it.each<[AgendaEdit<AgendaItemContent>, string]>([
    [{ do: 'add', item: item('d') }, 'abcd'],
    [{ do: 'replace', item: item('b', 'B') }, 'aBc'],
    [{ do: 'replace', item: item('x', 'X') }, 'abc'],
    [{ do: 'remove', id: 'b' }, 'ac'],
    [{ do: 'remove', id: 'x' }, 'abc'],
    [{ do: 'move', id: 'a', by: 1 }, 'bac'],
    [{ do: 'move', id: 'c', by: -1 }, 'acb'],
    [{ do: 'move', id: 'a', by: -1 }, 'abc'],
    [{ do: 'move', id: 'c', by: 1 }, 'abc'],
    [{ do: 'move', id: 'x', by: 1 }, 'abc'],
  ])('after %j reads %s', (edit, titles) => expect(after(edit)).toBe(titles));
});
