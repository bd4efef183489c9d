import { randomUUID } from 'node:crypto';
import { AppointmentsModule } from '../../src/appointments/appointments.module.js';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import { MeetingsModule } from '../../src/meetings/meetings.module.js';
import {
  givenOffer,
  givenRespondents,
  type GivenOffer,
  type GivenRespondent,
} from '../support/given-respondents.js';
import { StudyApp } from '../support/study-app.js';

describe('what nobody should send', () => {
  let app: StudyApp;
  let first: GivenRespondent;
  let second: GivenRespondent;
  let offer: GivenOffer;

  beforeAll(async () => {
    app = await StudyApp.start(AppointmentsModule, MeetingsModule, InboxModule);
    const [a, b] = await givenRespondents(app, 2);
    [first, second] = [a!, b!];
    offer = await givenOffer(app, second.id, { count: 3 });
  });
  afterAll(() => app.stop());

  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) =>
    app.api('coordinator', { method, url, ...(payload && { payload }) });
  const booking = (changes: object) => ({
    kind: 'interview',
    respondent: first.id,
    interviewer: offer.slots[0]!.interviewer,
    start: offer.slots[0]!.start,
    outsideRules: true,
    ...changes,
  });

  it.each([
    '/studies/S%00P',
    '/studies/STP/respondents?site=%00',
    '/studies/STP/respondents?cursor=%00',
    '/studies/STP/appointments?site=a%00b',
  ])('is refused as unreadable: %s', async (url) => {
    expect((await ask('GET', url)).statusCode).toBe(400);
  });

  it.each([
    ['POST', '/studies/STP/meetings', { title: 'Overleg\0', durationMinutes: 60 }],
    ['POST', '/studies/STP/meetings', { title: 'Overleg', durationMinutes: 60, place: ['\0'] }],
    [
      'POST',
      '/studies/STP/meetings',
      { title: 'Overleg', durationMinutes: 60, videoUrl: 'https://x.nl/\ud800' },
    ],
    [
      'POST',
      '/studies/STP/meetings',
      { title: 'Overleg', durationMinutes: 60, start: '9999-12-31T23:59:59Z' },
    ],
    ['PATCH', '/studies/STP/sites/ZWO', { permissionNote: 'a\0b' }],
  ] as const)('is refused, never stumbled over: %s %s %j', async (method, url, body) => {
    expect((await ask(method, url, body)).statusCode).toBe(422);
  });

  it.each([
    { place: 'Zaal\u0007' },
    { place: 'Zaal 2\r\nATTENDEE:mailto:x@example.org' },
    { place: 'Zaal \u202e2' },
    { start: '0000-01-01T00:00:00Z' },
    { start: '1000-01-01T00:00:00Z' },
    { start: '9999-12-31T23:59:59Z' },
    { end: '1e400' },
    { end: '2026-01-01T00:00:00Z' },
    { end: '2037-01-01T00:00:00Z' },
  ])('books nothing: %j', async (changes) => {
    const answer = await ask('POST', '/studies/STP/appointments', booking(changes));
    expect(answer.statusCode).toBe(422);
  });

  it('offers no moment that ends when it starts', async () => {
    const { start, interviewer } = offer.slots[0]!;
    const slots = [{ start, end: start, interviewer }];
    expect((await ask('POST', `/respondents/${first.id}/offers`, { slots })).statusCode).toBe(422);
  });

  it.each([
    '/studies/STP/appointments?from=0000-01-01T00:00:00Z',
    '/studies/STP/slots?from=9999-12-31T23:59:59Z',
    '/studies/STP/slots?limit=-1',
  ])('is no range of time or number: %s', async (url) => {
    expect((await ask('GET', url)).statusCode).toBe(400);
  });

  it('is a cursor that no list gave', async () => {
    const cursor = `2027-99-99T99:99:99.999Z_${'-'.repeat(36)}`;
    expect((await ask('GET', `/studies/STP/appointments?cursor=${cursor}`)).statusCode).toBe(422);
  });

  it.each(['0001-01-01', '9999-12-31', '2027-02-30'])('is a week of a page: %s', async (week) => {
    for (const path of ['appointments', `respondents/${first.id}/offer`]) {
      const answer = await app.page('coordinator', `/studies/STP/${path}?week=${week}`);
      expect(answer.statusCode).toBe(400);
    }
  });

  it.each(['2027-13-45', 'morgen', '9999-12-31'])('is a day off: %s', async (until) => {
    const url = `/studies/STP/team/${offer.slots[0]!.interviewer}/dates`;
    const answer = await app.post('coordinator', url, { date: '2027-01-12', until });
    expect(answer.statusCode).toBe(422);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'is a broken form: %s',
    async (type) => {
      const answer = await app.app.inject({
        method: 'POST',
        url: `${offer.path}/propose`,
        headers: { 'content-type': type, accept: 'text/html' },
        payload: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf',
      });
      expect(answer.statusCode).toBe(400);
    },
  );

  it.each([
    ['/sign-in', {}, [413]],
    ['/forgot', {}, [413]],
    ['/language', {}, [413]],
    ['/api/v1/sessions', {}, [413]],
    // Who only claims to have a session has the file read, and nothing made of it.
    ['/sign-in', { cookie: 'veldwerk_session=x' }, [415, 422]],
    ['/api/v1/sessions', { authorization: 'Bearer x' }, [415, 422]],
  ])('is a file of many megabytes, sent by nobody we know: %s %j', async (url, session, refusals) => {
    const headers = { 'content-type': 'text/csv', accept: 'text/html', ...session };
    const payload = Buffer.alloc(60 * 1024 ** 2, 'a');
    const begun = Date.now();
    const { statusCode } = await app.app.inject({ method: 'POST', url, headers, payload });
    expect(refusals).toContain(statusCode);
    expect(Date.now() - begun).toBeLessThan(3_000);
  });

  it('leaves a proposal without what cannot be seen', async () => {
    const answer = await app.app.inject({
      method: 'POST',
      url: `${offer.path}/propose`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams({ text: 'Liever\u0007 \u202evrijdag\r\nna drie uur' }).toString(),
    });
    expect(answer.statusCode).toBe(303);
    const { body } = await app.page('coordinator', `/studies/STP/respondents/${second.id}`);
    expect(body).toContain('Liever vrijdag\nna drie uur');
  });

  const mail = (payload: string | Buffer, type = 'message/rfc822') =>
    app.api('coordinator', {
      method: 'POST',
      url: '/inbound-mail',
      headers: { 'content-type': type },
      payload,
    });

  it.each([
    ['application/json', 415],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
  ])('hands in no mail as %s', async (type, status) => {
    expect((await mail(type.endsWith('json') ? '{}' : 'a=b', type)).statusCode).toBe(status);
  });

  it.each([
    ['nothing', ''],
    ['noise', Buffer.from([0, 255, 0, 13, 10, 13, 10, 0])],
    ['ten megabytes of one header', `Subject: ${'a'.repeat(10 * 1024 ** 2 - 20)}`],
  ])('hands in what is hardly a mail: %s', async (_, raw) => {
    const { statusCode, body } = await mail(raw);
    expect([200, 413, 415, 422]).toContain(statusCode);
    expect(body).not.toContain('stack');
  });

  it('writes a mail that says more than words', async () => {
    const { statusCode } = await mail(
      [
        'From: =?utf-8?Q?=3Cb=3EAn=3C/b=3E=E2=80=AEnA?= <a?bcc=x@evil.example>',
        'Subject: <script>alert(1)</script>',
        `References: <x@y> ${'<z@y> '.repeat(40)}`,
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Kan het <img src=x onerror=alert(1)> later &lt;script&gt;alert(2)&lt;/script&gt;?</p>',
      ].join('\r\n'),
    );
    expect(statusCode).toBe(200);
    const { body } = await app.page('owner', '/studies/STP/inbox');
    expect(body).toContain('Kan het');
    expect(body).toContain('mailto:a%3Fbcc%3Dx@evil.example');
    expect(body).not.toMatch(/<script>alert|onerror=|<b>An|\u202e|mailto:[^"]*[?&]bcc/);
  });

  it.each(['accept', 'refuse', 'recognise', 'dismiss', 'reopen'])(
    'is no message of the inbox to %s',
    async (action) => {
      for (const id of ['x', '..%2f..', randomUUID()]) {
        const answer = await app.post('coordinator', `/studies/STP/inbox/${id}/${action}`, {});
        expect([id, answer.statusCode]).toEqual([id, 404]);
      }
    },
  );

  it('refuses a proposal in a book or in what no mail can hold', async () => {
    const url = `/studies/STP/inbox/${randomUUID()}/refuse`;
    for (const words of ['a'.repeat(1001), 'a\0b'])
      expect((await app.post('coordinator', url, { words })).statusCode).toBe(422);
  });

  it.each(['/..//evil.example', '/.//evil.example', '/a/..//evil.example', '/\\evil.example'])(
    'does not lead away from here: %s',
    async (returnTo) => {
      const answer = await app.app.inject({
        method: 'POST',
        url: '/language',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
        payload: new URLSearchParams({ language: 'en', returnTo }).toString(),
      });
      expect(answer.headers.location).toBe('/');
    },
  );
});
