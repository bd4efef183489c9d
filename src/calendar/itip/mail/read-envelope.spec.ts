import { readHeader } from './mail-header.js';
import { readEnvelope } from './read-envelope.js';

const read = (...lines: string[]) =>
  readEnvelope(readHeader(Buffer.from(lines.join('\r\n')).toString('latin1')));

describe('the envelope of a mail', () => {
  it('is empty without fields', () => {
    expect(read('')).toEqual({
      messageId: null,
      from: null,
      sender: null,
      recipients: [],
      date: null,
      subject: '',
      answersTo: [],
    });
  });

  it.each([
    ['<a@b>', '<a@b>'],
    [' <a@b> (comment)', '<a@b>'],
    ['a@b', '<a@b>'],
    ['', null],
    ['<a b@c>', null],
    ['two words', null],
    [`<${'a'.repeat(1_000)}@b>`, null],
  ])('has the Message-ID of %j', (value, id) => expect(read(`Message-ID: ${value}`).messageId).toBe(id));

  it.each([
    ['Jan de Vries <Jan@Example.com>', { name: 'Jan de Vries', address: 'jan@example.com' }],
    ['"De Vries, Jan" <jan@example.com>', { name: 'De Vries, Jan', address: 'jan@example.com' }],
    ['=?iso-8859-1?Q?Jos=E9?= <jose@example.com>', { name: 'José', address: 'jose@example.com' }],
    ['José à <jose@example.com>', { name: 'José à', address: 'jose@example.com' }],
    ['jan@example.com (Jan)', { name: 'Jan', address: 'jan@example.com' }],
    ['Team: a@example.com, b@example.com;', { name: '', address: 'a@example.com' }],
    ['MAILER-DAEMON, jan@example.com', { name: '', address: 'jan@example.com' }],
    ['MAILER-DAEMON', null],
    ['<>', null],
  ])('is from %s', (value, from) => expect(read(`From: ${value}`).from).toEqual(from));

  it('names every recipient once', () => {
    const { recipients } = read(
      'To: Planning <planning@study.example>, undisclosed-recipients:;',
      'Cc: Piet <piet@example.com>',
      'Delivered-To: PLANNING@study.example',
      'X-Original-To: plan+token@study.example',
      'Bcc: secret@example.com',
    );
    expect(recipients).toEqual(['planning@study.example', 'piet@example.com', 'plan+token@study.example']);
  });

  it.each([
    ['Fri, 02 Oct 2026 11:05:00 +0200', '2026-10-02T09:05:00.000Z'],
    ['Mon, 2 Oct 2026 11:05 +0200 (CEST)', '2026-10-02T09:05:00.000Z'],
    ['2 Oct 26 09:05:00 GMT', '2026-10-02T09:05:00.000Z'],
    ['Thu, 12 Aug 2100 13:19:14 -0700', '2100-08-12T20:19:14.000Z'],
    ['Fri, 02 Oct 2026 11:05:00', undefined],
    ['Fri, 42 Oct 2026 11:05:00 +0200', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('is of %s', (value, date) => expect(read(`Date: ${value}`).date?.toISOString()).toBe(date));

  it.each([
    ['Re: Interview', 'Re: Interview'],
    ['=?utf-8?B?R2VhY2NlcHRlZXJkOiBjYWbDqQ==?=\r\n =?utf-8?Q?_=E2=98=95?=', 'Geaccepteerd: café ☕'],
    ['=?x-none?Q?a?= =?utf-8?B?%%%', 'a =?utf-8?B?%%%'],
    ['a\u202e\u0007b\tc', 'a b c'],
    ['x'.repeat(5_000), 'x'.repeat(200)],
  ])('has the subject of %j', (value, subject) => expect(read(`Subject: ${value}`).subject).toBe(subject));

  it('answers to the nearest message first', () => {
    const { answersTo } = read('References: <1@a> <2@a>', ' <3@a>', 'In-Reply-To: <3@a> of Friday');
    expect(answersTo).toEqual(['<3@a>', '<2@a>', '<1@a>']);
    const many = Array.from({ length: 80 }, (_, index) => `<${index}@a>`);
    expect(read(`References: ${many.join(' ')}`).answersTo).toEqual(many.reverse().slice(0, 50));
  });
});
