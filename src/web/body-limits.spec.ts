import { bodyLimits, isTooLargeForStranger } from './body-limits.js';

describe('a body before anybody has signed in', () => {
  const large = String(bodyLimits.form + 1);

  it.each([
    ['a form of a usual size', { 'content-length': '2000' }, false],
    ['no body at all', {}, false],
    ['more than a form needs', { 'content-length': large }, true],
    ['a body that does not say its size', { 'transfer-encoding': 'chunked' }, true],
    ['another cookie', { 'content-length': large, cookie: 'lang=nl' }, true],
    ['a session by cookie', { 'content-length': large, cookie: 'lang=nl; veldwerk_session=x' }, false],
    ['a session by cookie over TLS', { 'content-length': large, cookie: '__Host-veldwerk_session=x' }, false],
    ['a bearer token', { 'content-length': large, authorization: 'Bearer x' }, false],
  ])('with %s', (_what, headers, tooLarge) => {
    expect(isTooLargeForStranger(headers)).toBe(tooLarge);
  });
});
