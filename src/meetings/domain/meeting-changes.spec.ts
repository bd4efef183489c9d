import { nextSequence } from '../../calendar/itip/next-sequence.js';
import { meetingChanges } from './meeting-changes.js';
import type { AgendaItemContent, MeetingContent } from './meeting-content.js';
import { organizerChanges } from './organizer-changes.js';

const item = (id: string, more: Partial<AgendaItemContent> = {}): AgendaItemContent => ({
  id,
  title: id,
  presenter: null,
  minutes: 10,
  purpose: 'inform',
  note: null,
  ...more,
});
const was: MeetingContent = {
  title: 'Startbijeenkomst',
  start: '2027-01-14T13:00:00.000Z',
  end: '2027-01-14T15:00:00.000Z',
  place: 'Stadhuis Gouda',
  videoUrl: null,
  items: [item('a'), item('b'), item('c')],
};
const [a, b, c] = was.items as [AgendaItemContent, AgendaItemContent, AgendaItemContent];
const link = 'https://video.example.org/1';

describe('A meeting that was changed', () => {
  it.each<[string, Partial<MeetingContent>, string[], boolean]>([
    ['nothing', {}, [], false],
    ['its title', { title: 'Aftrap' }, ['title'], false],
    ['its start', { start: '2027-01-14T12:00:00.000Z' }, ['start'], true],
    ['its end', { end: '2027-01-14T16:00:00.000Z' }, ['end'], true],
    ['its place', { place: 'Stadhuis Tilburg' }, ['place'], true],
    ['a link beside the place', { videoUrl: link }, ['mode'], true],
    ['online instead of on site', { place: null, videoUrl: link }, ['mode'], true],
    ['an item more', { items: [a, b, c, item('d')] }, ['item-added d'], false],
    ['an item less', { items: [a, c] }, ['item-removed b'], false],
    [
      'an item in other words',
      { items: [a, item('b', { note: 'Zie bijlage' }), c] },
      ['item-changed b'],
      false,
    ],
    ['the order', { items: [b, a, c] }, ['order'], false],
    ['one in place of another', { items: [a, item('d'), c] }, ['item-added d', 'item-removed b'], false],
  ])('in %s says so and asks members again only when it must', (_, change, kinds, asksAgain) => {
    const changes = meetingChanges(was, { ...was, ...change });
    expect(changes.map((each) => ('title' in each ? `${each.kind} ${each.title}` : each.kind))).toEqual(
      kinds,
    );
    expect(nextSequence(4, organizerChanges(changes)).sequence).toBe(asksAgain ? 5 : 4);
  });

  it('in its link alone keeps the answers', () => {
    const online = { ...was, place: null, videoUrl: link };
    const changes = meetingChanges(online, { ...online, videoUrl: `${link}2` });
    expect(changes).toEqual([{ kind: 'video' }]);
    expect(nextSequence(0, organizerChanges(changes)).significant).toBe(false);
  });
});
