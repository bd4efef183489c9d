import { htmlText } from './html-text.js';
import { ownWords } from './quoted-text.js';

const lines = (...all: string[]) => all.join('\n');

describe('what somebody wrote themselves', () => {
  it.each([
    ['everything', lines('Het lukt niet.', '', 'Jan')],
    ['a mark', lines('Het lukt niet.', '', 'Jan', '> Beste Jan', '> tot dan')],
    [
      'Gmail',
      lines(
        'Het lukt niet.',
        '',
        'Jan',
        '',
        'Op vr 2 okt 2026 om 11:05 schreef Planning <planning@study.example>:',
        '',
        '> Beste',
      ),
    ],
    [
      'Gmail over two lines',
      lines(
        'Het lukt niet.',
        '',
        'Jan',
        '',
        'On Fri, Oct 2, 2026 at 11:05 AM Planning <planning@study.example>',
        'wrote:',
        '',
        'Beste',
      ),
    ],
    [
      'Apple in German',
      lines('Het lukt niet.', '', 'Jan', 'Am 02.10.2026 um 11:05 schrieb Planning:', 'Beste'),
    ],
    ['old Outlook', lines('Het lukt niet.', '', 'Jan', '-----Oorspronkelijk bericht-----', 'Van: Planning')],
    [
      'an appointment',
      lines('Het lukt niet.', '', 'Jan', '-----Original Appointment-----', 'From: Planning'),
    ],
    [
      'Outlook on the web',
      lines('Het lukt niet.', '', 'Jan', '________________________________', 'Van: Planning'),
    ],
    [
      'Outlook',
      lines(
        'Het lukt niet.',
        '',
        'Jan',
        '',
        'Van: Planning <planning@study.example>',
        'Verzonden: vrijdag 2 oktober 2026 11:05',
        'Aan: Jan',
        'Onderwerp: Interview',
      ),
    ],
    [
      'Outlook in bold',
      lines('Het lukt niet.', '', 'Jan', '*From:* Planning', '*Sent:* Friday', '*To:* Jan'),
    ],
    ['CRLF', 'Het lukt niet.\r\n\r\nJan\r\n> x\r\n'],
  ])('above the quote of %s', (_, text) => expect(ownWords(text)).toBe('Het lukt niet.\n\nJan'));

  it.each([
    ['a sentence about a sender', 'Van: dat weet ik niet\nMaar ik kom'],
    ['a sentence that begins as an attribution does', 'Op vrijdag kan ik niet.\nWel op maandag: dan graag.'],
    ['a rule of dashes', 'Ja\n---\nJan'],
  ])('holds %s', (_, text) => expect(ownWords(text)).toBe(text));

  it('stands below the quote, for those who write there', () => {
    expect(ownWords('Op vr 2 okt 2026 om 11:05 schreef Planning:\n> Kunt u?\n> Groet\n\nJa hoor')).toBe(
      'Ja hoor',
    );
  });

  it('is nothing where everything is quoted', () => expect(ownWords('> a\n> b')).toBe(''));
});

describe('the text of HTML', () => {
  it.each([
    ['<p>Het lukt <b>niet</b>.</p><p>Jan</p>', 'Het lukt niet.\nJan'],
    ['a<br>b<BR/>c<div>d</div>e', 'a\nb\nc\nd\ne'],
    ['<html><head><title>x</title><style>p { a: b }</style></head><body>Ja</body></html>', 'Ja'],
    ['<script>alert("<p>x</p>")</script>Ja<!-- <p>nee</p> -->', 'Ja'],
    [
      'Caf&eacute; &amp; thee&nbsp;&#8364;&#x20AC; &lt;b&gt; &unknown; &#xD800;x',
      'Café & thee €€ <b> &unknown; \ud800x',
    ],
    ['Ja<blockquote type="cite">Kunt u?</blockquote>', 'Ja\n> Kunt u?'],
    ['een\n  regel\r\nmet   ruimte', 'een regel met ruimte'],
    ['<script>never closed', ''],
    ['İ<SCRIPT>x</SCRIPT>ja', 'İja'],
    ['1 < 2', '1 < 2'],
    ['', ''],
  ])('%s', (html, text) => expect(htmlText(html)).toBe(text));
});
