import { Body, Controller, Get, Module, Param, Post, Query, Req } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest, InjectOptions } from 'fastify';
import { h } from 'preact';
import { z } from 'zod';
import { ConstraintErrors } from '../../src/kernel/http/constraint-errors.js';
import { Conflict, Gone } from '../../src/kernel/http/domain-error.js';
import { parsed } from '../../src/kernel/http/parsed.js';
import { ReadinessChecks } from '../../src/kernel/http/readiness-checks.js';
import { PublicRoute, Returns } from '../../src/kernel/http/returns.js';
import { configureHttp, serverOptions } from '../../src/web/configure-http.js';
import { page } from '../../src/web/page.js';
import { seeOther } from '../../src/web/redirect.js';
import { WebModule } from '../../src/web/web.module.js';

const thing = z.object({ name: z.string().min(2), at: z.date().optional() }).meta({ id: 'Thing' });
const filter = z.object({ limit: z.coerce.number().int().max(100).default(10) });

@Controller('api/v1/things')
class ThingsController {
  @Post()
  @Returns(201, thing, { summary: 'Make a thing' })
  make(@Body(parsed(thing.pick({ name: true }))) body: { name: string }) {
    return body;
  }

  @Get()
  @Returns(200, z.array(thing), { summary: 'Things' })
  list(@Query(parsed(filter)) query: z.output<typeof filter>) {
    return { limit: query.limit };
  }

  @Get('taken/:id')
  taken(@Param('id') _id: string) {
    throw Object.assign(new Error('duplicate key (name)=(Jan Jansen)'), { constraint: 'thing_name_unique' });
  }

  @Get('broken')
  broken() {
    throw new Error('Jan Jansen lives here');
  }

  @Post('file')
  @Returns(201, undefined, { summary: 'Send a file', accepts: ['text/csv'] })
  file(@Body() body: Buffer) {
    return { bytes: body.length };
  }
}

@Controller()
@PublicRoute()
class TestPages {
  @Get('r/:token')
  show() {
    return page(h('h1', null, 'Kies <b>een</b> moment'), { title: 'Kies', layout: 'public' });
  }

  @Post('r/:token/accept')
  accept() {
    return seeOther('/r/x', { flash: { kind: 'ok', message: 'Uw afspraak staat.' } });
  }

  @Get('r/:token/gone')
  gone() {
    throw new Gone('link-expired', 'Expired.', { texts: { nl: 'De link is verlopen.', en: 'Expired.' } });
  }

  @Get('plain')
  plain(@Req() request: FastifyRequest) {
    request.viewer = {
      accountId: '1',
      name: 'An de Wit',
      email: 'a@x.nl',
      mayCreateStudies: false,
      studies: [],
    };
    return page(h('h1', null, 'Hoi'), { title: 'Hoi', layout: 'app', status: 422 });
  }
}

@Module({ imports: [WebModule], controllers: [ThingsController, TestPages] })
class TestModule {}

const config = {
  logLevel: 'info',
  publicUrl: 'https://veldwerk.example.org',
  secretKey: 'a secret of the tests, long enough to be one',
} as const;

let app: NestFastifyApplication;
const lines: string[] = [];

beforeAll(async () => {
  const testing = await Test.createTestingModule({ imports: [TestModule] }).compile();
  const options = serverOptions(config);
  const stream = { write: (line: string) => void lines.push(line) };
  const adapter = new FastifyAdapter({ ...options, logger: { ...options.logger, stream } });
  app = testing.createNestApplication<NestFastifyApplication>(adapter, { bodyParser: false, logger: false });
  await configureHttp(app, config);
  await app.init();
  app
    .get(ConstraintErrors)
    .register('thing_name_unique', () => new Conflict('name-taken', 'The name is taken.'));
});

afterAll(() => app.close());

const ask = (options: InjectOptions) => app.inject(options);
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

const languageOf = async (request: InjectOptions) => /lang="(\w+)"/.exec((await ask(request)).body)?.[1];

const post = (headers: Record<string, string>, url = '/language') =>
  ask({
    method: 'POST',
    url,
    headers: { ...form, ...headers },
    payload: 'language=en&returnTo=/r/abc?lang=nl',
  });

describe('answers for scripts', () => {
  it('names every fault of a body with its path', async () => {
    const answer = await ask({ method: 'POST', url: '/api/v1/things', payload: { name: 'x' } });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: '/problems/invalid-input',
      status: 422,
      errors: [{ path: 'name' }],
    });
  });

  it('answers a valid body with the status that the route declares', async () => {
    const answer = await ask({ method: 'POST', url: '/api/v1/things', payload: { name: 'xyz' } });
    expect([answer.statusCode, answer.json()]).toEqual([201, { name: 'xyz' }]);
  });

  it.each([
    [{ method: 'GET', url: '/api/v1/things?limit=1000' }, 400, 'malformed-query'],
    [
      {
        method: 'POST',
        url: '/api/v1/things',
        payload: '{"a',
        headers: { 'content-type': 'application/json' },
      },
      400,
      'malformed-request',
    ],
    [{ method: 'GET', url: '/api/v1/nothing' }, 404, 'not-found'],
    [{ method: 'GET', url: '/api/v1/things/taken/1' }, 409, 'name-taken'],
    [
      { method: 'POST', url: '/api/v1/things', payload: 'x', headers: { 'content-type': 'image/png' } },
      415,
      'unsupported-media-type',
    ],
  ] as const)('refuses %j with %i %s', async (request, status, code) => {
    const answer = await ask(request as InjectOptions);
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([status, `/problems/${code}`]);
  });

  it('says how large a body may be', async () => {
    const payload = JSON.stringify({ name: 'x'.repeat(2 * 1024 ** 2) });
    const headers = { 'content-type': 'application/json' };
    const answer = await ask({ method: 'POST', url: '/api/v1/things', payload, headers });
    expect(answer.json()).toMatchObject({ status: 413, detail: expect.stringContaining('2 MiB') });
  });

  it('takes a file of more than the limit for JSON as bytes', async () => {
    const payload = Buffer.alloc(3 * 1024 ** 2, 'a');
    const answer = await ask({
      method: 'POST',
      url: '/api/v1/things/file',
      payload,
      headers: { 'content-type': 'text/csv; charset=utf-8', authorization: 'Bearer x' },
    });
    expect(answer.json()).toEqual({ bytes: payload.length });
  });

  it('tells of an unforeseen error only where to look it up, and keeps its words out of the log', async () => {
    const answer = await ask({ method: 'GET', url: '/api/v1/things/broken' });
    expect(answer.json()).toMatchObject({ status: 500, requestId: answer.headers['x-request-id'] });
    expect(answer.body).not.toContain('Jansen');
    expect(lines.join('')).toContain('unexpected error');
    const logged = lines.find((line) => line.includes('unexpected error'))!;
    expect(JSON.parse(logged)).toMatchObject({
      err: { type: 'Error', stack: expect.stringContaining('broken') },
    });
    expect(lines.join('')).not.toContain('Jansen');
  });

  it('logs the pattern of a route and never an address', async () => {
    await ask({ method: 'GET', url: '/r/very-secret-token?who=jan@example.org' });
    const logged = lines.join('');
    expect(logged).toContain('"route":"/r/:token"');
    expect(logged).not.toMatch(/very-secret-token|jan@example|127\.0\.0\.1/);
  });

  it('describes its routes from the schemas that parse them', async () => {
    const answer = await ask({ method: 'GET', url: '/api/openapi.json' });
    const document = answer.json();
    expect(document.openapi).toBe('3.1.0');
    const make = document.paths['/api/v1/things'].post;
    expect(make.requestBody.content['application/json'].schema.properties.name).toEqual({
      type: 'string',
      minLength: 2,
    });
    expect(document.paths['/api/v1/things/file'].post.requestBody.content).toEqual({ 'text/csv': {} });
    expect(make.security).toEqual([{ bearer: [] }]);
    expect(document.paths['/api/v1/things'].get.parameters).toContainEqual(
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
    );
    expect(document.paths['/r/{token}'].get).toMatchObject({ security: [] });
    expect(document.components.schemas.Thing.properties.at).toEqual({ type: 'string', format: 'date-time' });
    expect(make.responses[201].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Thing',
    });
  });
});

describe('pages', () => {
  it('escape what they show and may load nothing from elsewhere', async () => {
    const answer = await ask({ method: 'GET', url: '/r/abc' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatch(/^<!doctype html><html lang="nl"/);
    expect(answer.body).toContain('Kies &lt;b>een&lt;/b>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'self'/),
    });
  });

  it('keep their own status', async () => {
    const answer = await ask({ method: 'GET', url: '/plain' });
    expect([answer.statusCode, answer.headers['referrer-policy']]).toEqual([422, 'same-origin']);
  });

  it('say once what a post did', async () => {
    const posted = await ask({ method: 'POST', url: '/r/abc/accept', headers: form, payload: '' });
    expect([posted.statusCode, posted.headers.location]).toEqual([303, '/r/x']);
    const [kept] = posted.cookies;
    expect(kept).toMatchObject({ name: 'flash', httpOnly: true });
    const shown = await ask({ method: 'GET', url: '/r/x', cookies: { flash: kept!.value } });
    expect(shown.body).toContain('Uw afspraak staat.');
    expect(shown.cookies).toEqual([expect.objectContaining({ name: 'flash', value: '' })]);
    const forged = `${Buffer.from(JSON.stringify({ kind: 'ok', message: 'Betaal nu' })).toString('base64url')}.x`;
    const again = await ask({ method: 'GET', url: '/r/x', cookies: { flash: forged } });
    expect(again.body).not.toContain('Betaal nu');
  });

  it('speak the language of the address, else of the cookie, else of the browser', async () => {
    const url = '/r/abc';
    expect(await languageOf({ url, headers: { 'accept-language': 'de, en;q=0.8, nl;q=0.5' } })).toBe('en');
    expect(await languageOf({ url, cookies: { lang: 'nl' }, headers: { 'accept-language': 'en' } })).toBe(
      'nl',
    );
    expect(await languageOf({ url: '/r/abc?lang=en', cookies: { lang: 'nl' } })).toBe('en');
  });

  it('explain errors in words, with the right status', async () => {
    const answer = await ask({ method: 'GET', url: '/r/abc/gone', headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain('De link is verlopen.');
    const lost = await ask({ method: 'GET', url: '/nowhere?lang=en', headers: { accept: 'text/html' } });
    expect([lost.statusCode, lost.body]).toEqual([404, expect.stringContaining('This page does not exist')]);
  });

  it('give scripts a problem where they ask for JSON', async () => {
    const answer = await ask({ method: 'GET', url: '/r/abc/gone', headers: { accept: 'application/json' } });
    expect(answer.json()).toMatchObject({ type: '/problems/link-expired', status: 410 });
  });

  it('load a stylesheet that may be kept for ever', async () => {
    const { body } = await ask({ method: 'GET', url: '/r/abc' });
    const url = /href="(\/assets\/app\.[^"]+)"/.exec(body)?.[1];
    const answer = await ask({ method: 'GET', url: url! });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.body).toContain('.wl-2-3');
  });
});

describe('posts from elsewhere', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 303],
    [{ origin: 'https://veldwerk.example.org' }, 303],
    [{}, 303],
  ])('with %j are answered with %i', async (headers, status) => {
    expect((await post(headers as Record<string, string>)).statusCode).toBe(status);
  });

  it('without an origin are accepted where a token guards them', async () => {
    expect((await post({ origin: 'null' }, '/r/abc/accept')).statusCode).toBe(303);
  });

  it('choose a language and come back to a path of our own', async () => {
    const answer = await post({});
    expect(answer.headers.location).toBe('/r/abc');
    expect(answer.cookies).toContainEqual(expect.objectContaining({ name: 'lang', value: 'en' }));
    const payload = 'theme=dark&returnTo=//evil.example';
    const astray = await ask({ method: 'POST', url: '/theme', headers: form, payload });
    expect(astray.headers.location).toBe('/');
  });
});

describe('for operators', () => {
  it('is ready only while everything that registered works', async () => {
    const checks = app.get(ReadinessChecks);
    checks.register('database', async () => undefined);
    expect((await ask({ url: '/health/ready' })).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok' },
    });
    checks.register('queue', () => Promise.reject(new Error('down')));
    const answer = await ask({ url: '/health/ready' });
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not-ready', checks: { database: 'ok', queue: 'failed' } },
    ]);
    expect((await ask({ url: '/health/live' })).statusCode).toBe(200);
  });

  it('counts requests by the pattern of their route', async () => {
    await ask({ url: '/r/another-token' });
    const { body, headers } = await ask({ url: '/metrics' });
    expect(headers['content-type']).toContain('version=0.0.4');
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/r\/:token",status="200"\} \d+/,
    );
    expect(body).not.toContain('another-token');
  });
});
