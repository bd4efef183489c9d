import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Post } from '@nestjs/common';
import { Accounts } from '../../src/auth/accounts.service.js';
import { IdempotencyKey } from '../../src/auth/idempotency-key.entity.js';
import { IdempotencyKeys } from '../../src/auth/idempotency-keys.service.js';
import { Conflict } from '../../src/kernel/http/domain-error.js';
import { SmallApp } from '../support/small-app.js';

const password = 'een lange zin om te onthouden';
let handled = 0;

@Controller('api/v1')
class CountingController {
  @Post('count')
  async count(@Body() body: { waitMs?: number } | undefined) {
    const number = ++handled;
    if (body?.waitMs) await pause(body.waitMs);
    return { number, about: 'Jolanda Wiersma' };
  }

  @Post('other')
  other() {
    return { number: ++handled };
  }

  @Post('refuse')
  refuse() {
    handled++;
    throw new Conflict('refused', 'Not now.');
  }

  @Post('fail')
  fail() {
    handled++;
    throw new Error('broken');
  }
}

describe('a POST with an Idempotency-Key', () => {
  let app: SmallApp;
  let tokens: string[];

  const post = (url: string, { key, body = {}, by = 0 }: { key?: string; body?: object; by?: number } = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/${url}`,
      headers: { authorization: `Bearer ${tokens[by]}`, ...(key && { 'idempotency-key': key }) },
      payload: body,
    });
  const tokenOf = async (email: string) => {
    await app.within(async () => {
      const { id } = await app.get(Accounts).ensure({ email, name: 'A' });
      await app.get(Accounts).setPassword(id, password);
    });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { email, password },
    });
    return answer.json<{ token: string }>().token;
  };

  beforeEach(async () => {
    handled = 0;
    app = await SmallApp.start({ controllers: [CountingController] });
    tokens = [await tokenOf('a@example.org'), await tokenOf('b@example.org')];
  });
  afterEach(() => app.stop());

  it('is handled once, and answered the same again', async () => {
    const first = await post('count', { key: 'k1' });
    const again = await post('count', { key: 'k1' });
    expect(handled).toBe(1);
    expect([again.statusCode, again.json()]).toEqual([first.statusCode, first.json()]);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is handled each time without a key', async () => {
    await post('count');
    await post('count');
    expect(handled).toBe(2);
  });

  it('is refused for another body or route', async () => {
    await post('count', { key: 'k1', body: { a: 1 } });
    expect((await post('count', { key: 'k1', body: { a: 2 } })).statusCode).toBe(422);
    expect((await post('other', { key: 'k1', body: { a: 1 } })).statusCode).toBe(422);
    expect(handled).toBe(1);
  });

  it('belongs to its account', async () => {
    await post('count', { key: 'k1' });
    expect((await post('count', { key: 'k1', by: 1 })).json()).toMatchObject({ number: 2 });
  });

  it('waits for the first when they come together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('count', { key: 'k1', body: { waitMs: 300 } })),
    );
    expect(handled).toBe(1);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]!.statusCode).toBe(201);
  });

  it.each([
    ['refuse', 409],
    ['fail', 500],
  ])('is tried again when the first answer was to %s', async (route, status) => {
    expect((await post(route, { key: 'k1' })).statusCode).toBe(status);
    expect((await post(route, { key: 'k1' })).statusCode).toBe(status);
    expect(handled).toBe(2);
    expect(await app.database.orm.em.fork().count(IdempotencyKey)).toBe(0);
  });

  it('is forgotten after a day', async () => {
    await post('count', { key: 'k1' });
    app.clock.pass(24 * 60);
    tokens = [await tokenOf('a@example.org')];
    expect((await post('count', { key: 'k1' })).json()).toMatchObject({ number: 2 });
    app.clock.pass(24 * 60);
    await app.get(IdempotencyKeys).deleteExpired();
    expect(await app.database.orm.em.fork().count(IdempotencyKey)).toBe(0);
  });

  it('is taken over two minutes after a handler that died', async () => {
    await post('count', { key: 'k1' });
    await app.database.orm.em.fork().nativeUpdate(IdempotencyKey, {}, { sealedAnswer: null });
    app.clock.pass(3);
    expect((await post('count', { key: 'k1' })).json()).toMatchObject({ number: 2 });
    expect((await post('count', { key: 'k1' })).json()).toMatchObject({ number: 2 });
  });

  it('keeps its answer sealed, and its key hashed', async () => {
    await post('count', { key: 'a-key-of-the-script' });
    const rows = await app.database.orm.em.execute(
      `select k::text as row, encode(sealed_answer, 'escape') as raw from idempotency_key k`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/Wiersma|a-key-of/);
  });

  it('has a key of visible characters', async () => {
    expect((await post('count', { key: 'x'.repeat(256) })).statusCode).toBe(400);
    expect(handled).toBe(0);
  });
});
