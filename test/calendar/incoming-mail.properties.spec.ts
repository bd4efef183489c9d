import * as fc from 'fast-check';
import { readIncomingMail } from '../../src/calendar/itip/read-incoming-mail.js';
import { CLIENTS } from './client-mails.js';
import { HEADER, mail, REPLY } from './given-mail.js';
import { HOSTILE, MOST_BYTES } from './hostile-mails.js';

const KINDS = ['calendar', 'bounce', 'auto-reply', 'words', 'faulty'];

/**
 * Reads it, and checks what holds for every mail; gives the milliseconds that a processor was at work for it, which
 * other programs do not lengthen.
 */
async function timeToRead(raw: Uint8Array): Promise<number> {
  const start = process.cpuUsage();
  const read = await readIncomingMail(raw, { authservId: 'mx.study.example' });
  const { user, system } = process.cpuUsage(start);
  expect(KINDS).toContain(read.content.kind);
  expect(read.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(read.words.length).toBeLessThanOrEqual(2_000);
  expect(read.subject).toMatch(/^\P{Cc}{0,200}$/u);
  // Texts that PostgreSQL could not keep.
  expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  return (user + system) / 1000;
}

const SEEDS = CLIENTS.map(([, lines]) => mail(...lines));
const seed = fc.constantFrom(...SEEDS);
const piece = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  ' ',
  ':',
  ';',
  '"',
  '=',
  ',',
  '--',
  '\u0000',
  '\u00ff',
  'BEGIN:VEVENT\r\n',
  'mailto:',
  'Content-Type: text/calendar\r\n',
  '=?utf-8?Q?=',
  '\\n',
  '<',
  '&#',
);

describe('any bytes', () => {
  it('are read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await timeToRead(bytes)).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  });

  it('are read in the place of a calendar', async () => {
    const header = Buffer.from(
      `${HEADER.join('\n')}\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n`,
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect(await timeToRead(Buffer.concat([header, bytes]))).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});

describe('mails that were damaged', () => {
  const damage = fc.record({
    at: fc.nat(),
    length: fc.nat(80),
    put: fc.oneof(piece, fc.string({ maxLength: 20, unit: 'binary' })),
  });

  it('are read', async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.array(damage, { minLength: 1, maxLength: 8 }), async (whole, damages) => {
        const damaged = damages.reduce((bytes, { at, length, put }) => {
          const start = at % (bytes.length + 1);
          return Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + length)]);
        }, whole);
        expect(await timeToRead(damaged)).toBeLessThan(500);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read wherever they were cut off', async () => {
    for (const whole of SEEDS)
      for (let length = 0; length < whole.length; length += 7)
        expect(await timeToRead(whole.subarray(0, length))).toBeLessThan(500);
  });
});

describe('a mail that wants to take long', () => {
  it.each(HOSTILE)('%s', async (_, write) => {
    const raw = Buffer.from(write());
    await timeToRead(raw.subarray(0, 1_000));
    expect(await timeToRead(raw)).toBeLessThan(3_000);
  });

  it('larger than ten megabytes is refused, with its envelope', async () => {
    const read = await readIncomingMail(
      Buffer.concat([mail(...HEADER, '', 'Ja'), Buffer.alloc(MOST_BYTES, '\nx')]),
    );
    expect(read).toMatchObject({
      messageId: '<reply-1@example.com>',
      content: { kind: 'faulty', fault: 'message-too-large' },
    });
  });

  it('takes no part of a larger buffer', async () => {
    const around = Buffer.from(`xxxx${HEADER.join('\n')}\nContent-Type: text/calendar\n\n${REPLY}yyyy`);
    const read = await readIncomingMail(
      new Uint8Array(around.buffer, around.byteOffset + 4, around.length - 8),
    );
    expect(read.content.kind).toBe('calendar');
  });
});
