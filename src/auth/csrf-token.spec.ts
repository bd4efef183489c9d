import { csrfTokenFor, sameToken } from './csrf-token.js';

describe('the token of a session’s forms', () => {
  it('is the same for the same session, and another for another', () => {
    expect(csrfTokenFor('a')).toBe(csrfTokenFor('a'));
    expect(csrfTokenFor('a')).not.toBe(csrfTokenFor('b'));
  });

  it('does not hold the token of the session', () => {
    const token = 'a'.repeat(43);
    expect(csrfTokenFor(token)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(csrfTokenFor(token)).not.toContain('aaaa');
  });

  it.each([undefined, null, '', 'x', 3, ['right'], { right: true }])('is not matched by %p', (given) => {
    expect(sameToken('right', given)).toBe(false);
  });

  it('is matched by itself', () => {
    expect(sameToken('right', 'right')).toBe(true);
  });
});
