import type { MailDocument } from '../../src/mail/mail-document.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';

const url = `https://veldwerk.example.org/r/${'x'.repeat(90)}`;
const document: MailDocument = {
  subject: 'Uitnodiging <klankbord>',
  preheader: 'Kies vóór 8 januari',
  greeting: 'Beste mevrouw Jansen,',
  blocks: [
    { kind: 'heading', text: 'Uw gesprek' },
    { kind: 'paragraph', text: `${'Wij spreken graag met u over de samenwerking. '.repeat(4)}\nTot dan.` },
    {
      kind: 'facts',
      facts: [
        { label: 'Wanneer', value: 'dinsdag 12 januari 2027, 14:00 tot 15:00 uur (Nederlandse tijd)' },
        {
          label: 'Waar',
          value: 'Raadhuisstraat 1, 3891 ER Zeewolde, in de kleine vergaderzaal op de eerste etage',
        },
      ],
    },
    { kind: 'note', text: 'Antwoord graag uiterlijk vrijdag 8 januari.' },
    { kind: 'button', label: 'Kies een moment', url },
    { kind: 'list', items: ['eerste', 'tweede'] },
    { kind: 'divider' },
    {
      kind: 'agenda',
      columns: { time: 'Tijd', item: 'Onderwerp' },
      items: [
        { time: '10:00', title: 'Opening', details: ['Voorzitter', '5 minuten', 'ter informatie'] },
        { time: '10:05', title: 'Stand van het veldwerk', details: [] },
      ],
    },
    { kind: 'link', label: 'Routebeschrijving', url: 'https://example.org/route?a=1&b=2' },
  ],
  footer: ['U krijgt deze mail omdat uw team meedoet.', 'Bel 06 12345678.'],
};

describe('the text of a mail', () => {
  const lines = renderText(document).split('\n');

  it('has no line over 76 characters, except an address by itself', () => {
    const long = lines.filter((line) => line.length > 76);
    expect(long).toEqual([url]);
  });

  it('says everything that the HTML says, in the same order', () => {
    const html = renderHtml({ document, language: 'nl' });
    const words = [
      'mevrouw Jansen',
      'Uw gesprek',
      'Tot dan.',
      '14:00',
      '8 januari',
      'tweede',
      'Opening',
      'ter informatie',
      'Stand van het',
      'Routebeschrijving',
      'omdat uw team',
      '06 12345678',
    ];
    for (const text of [lines.join('\n'), html.slice(html.indexOf('<table'))]) {
      const places = words.map((word) => text.indexOf(word));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  it('lays out facts, notes, lists and agendas', () => {
    const text = lines.join('\n');
    expect(text).toContain('Wanneer: dinsdag 12 januari 2027');
    expect(text).toContain('Waar:    Raadhuisstraat 1');
    expect(text).toContain('\n! Antwoord graag');
    expect(text).toContain('- eerste\n- tweede');
    expect(text).toContain('10:00  Opening\n       Voorzitter, 5 minuten, ter informatie\n10:05  Stand');
    expect(text).toContain('\n-- \nU krijgt deze mail');
  });
});

describe('the HTML of a mail', () => {
  const html = renderHtml({ document, language: 'nl' });

  it('is a complete document in the language of the reader', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nl">/);
    expect(renderHtml({ document, language: 'en' })).toContain('<html lang="en">');
  });

  it('has one button, with the bare address beneath', () => {
    expect(html.match(/class="m-button"/g)).toHaveLength(1);
    expect(html).toContain(`>${url}</a>`);
    expect(html.split(`href="${url}"`)).toHaveLength(3);
  });

  it('loads nothing and reports nothing', () => {
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|\bsrc=/i);
  });

  it('shows markup instead of running it', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const shown = renderHtml({
      document: {
        subject: evil,
        greeting: evil,
        blocks: [{ kind: 'paragraph', text: evil }],
        footer: [evil],
      },
      language: 'nl',
    });
    expect(shown).not.toContain('<img');
    expect(shown).toContain('&lt;img src=x');
  });

  it('follows the dark scheme of the reader', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark"');
    expect(html).toContain('@media (prefers-color-scheme:dark){\n.m-page{background-color:#12171c!important');
  });
});
