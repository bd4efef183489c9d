import { isUnchanged } from './conditional-request.js';

const is = { etag: '"abc"', modifiedAt: new Date('2027-01-04T09:00:00.700Z') };
const same = 'Mon, 04 Jan 2027 09:00:00 GMT';
const before = 'Mon, 04 Jan 2027 08:59:59 GMT';

describe('a conditional request', () => {
  it.each([
    ['nothing', {}, false],
    ['the tag', { ifNoneMatch: '"abc"' }, true],
    ['the tag, made weak on the way', { ifNoneMatch: 'W/"abc"' }, true],
    ['the tag among others', { ifNoneMatch: '"x", "abc" , W/"y"' }, true],
    ['any tag', { ifNoneMatch: ' * ' }, true],
    ['another tag', { ifNoneMatch: '"abcd"' }, false],
    ['the tag without its quotes', { ifNoneMatch: 'abc' }, false],
    ['an empty tag', { ifNoneMatch: '' }, false],
    [
      'another tag and the date, which then does not count',
      { ifNoneMatch: '"x"', ifModifiedSince: same },
      false,
    ],
    ['the tag and an older date', { ifNoneMatch: '"abc"', ifModifiedSince: before }, true],
    ['the second of the change', { ifModifiedSince: same }, true],
    ['a second before the change', { ifModifiedSince: before }, false],
    ['a date that is none', { ifModifiedSince: 'last week' }, false],
  ])('with %s', (_, conditions, expected) => {
    expect(isUnchanged(conditions, is)).toBe(expected);
  });
});
