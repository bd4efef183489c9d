import { framedMail, mailFrameHeaders } from './mail-frame.js';

describe('a mail in its frame', () => {
  it('opens its links in the whole window, whatever its HTML looks like', () => {
    expect(framedMail('<html><head lang="nl"><title>x</title></head></html>')).toBe(
      '<html><head lang="nl"><base target="_top"><title>x</title></head></html>',
    );
    expect(framedMail('<p>x</p>')).toBe('<base target="_top"><p>x</p>');
    expect(framedMail('<header>x</header>')).toBe('<base target="_top"><header>x</header>');
  });

  it('may not run, load or send anything', () => {
    const policy = mailFrameHeaders['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|allow-forms|script-src|https?:/);
  });
});
