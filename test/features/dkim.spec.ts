import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { buildMessage } from '../../src/mail/build-message.js';
import { composeLetter } from '../../src/mail/letter.js';
import { SmtpTransport } from '../../src/mail/smtp-transport.js';
import { ensureDebianPackages } from '../support/debian-packages.js';
import { SmtpInbox } from '../support/smtp-inbox.js';

const { missing } = ensureDebianPackages(['python3-dkim']);
if (missing !== undefined) process.stderr.write(`NOT RUN: signatures were not verified. ${missing}\n`);
const describeWithVerifier = missing === undefined ? describe : describe.skip;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dkim = {
  domain: 'example.org',
  selector: 'veldwerk2027',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const from = { name: 'Planning', address: 'planning@example.org' };
const letter = composeLetter(
  {
    studyId: null,
    kind: 'appointment-reminder',
    to: { name: 'José de Vries', address: 'jose@example.net' },
    language: 'nl',
    document: {
      subject: 'Uw interview — café',
      blocks: [{ kind: 'paragraph', text: 'Tot zo. ' }],
      footer: ['x'],
    },
    calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    thread: 'a',
    unsubscribeUrl: `https://veldwerk.example.org/r/${'a1B2'.repeat(11)}/mail`,
  },
  { id: '01990a4e-7b00-7000-8000-000000000001', from, now: new Date('2027-01-04T09:00:00Z') },
);

interface Verdict {
  readonly holds: boolean;
  readonly signed: readonly string[];
}

/** What python3-dkim, which shares nothing with the signer, says of a message. */
function verify(raw: Buffer): Verdict {
  const script = join(import.meta.dirname, '..', 'support', 'verify_dkim.py');
  const args = [script, `${dkim.selector}._domainkey.${dkim.domain}`, record];
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', args, { input: raw, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Verdict;
}

describeWithVerifier('a message that a server received', () => {
  const inbox = new SmtpInbox();
  let url: string;

  const send = async (key: typeof dkim | undefined) => {
    const transport = new SmtpTransport(url, key);
    const envelope = { from: from.address, to: letter.to.address };
    const dispatch = {
      id: letter.id,
      envelope,
      raw: await buildMessage(letter),
      signal: new AbortController().signal,
    };
    expect(await transport.send(dispatch)).toEqual({ outcome: 'sent' });
    transport.close();
    return inbox.received.at(-1)!.raw;
  };

  beforeAll(async () => {
    url = await inbox.start();
  });
  afterAll(() => inbox.stop());

  it('carries a signature that holds, over all that it says of itself', async () => {
    const raw = await send(dkim);
    const { holds, signed } = verify(raw);
    expect(holds).toBe(true);
    const names = (await buildMessage(letter))
      .toString('latin1')
      .split('\r\n\r\n')[0]!
      .match(/^[\w-]+(?=:)/gm)!;
    expect(names).toContain('List-Unsubscribe-Post');
    expect(signed).toEqual(expect.arrayContaining(names.map((name) => name.toLowerCase())));
  });

  it('is the message that was built, with the signature before it', async () => {
    const raw = (await send(dkim)).toString('latin1');
    const built = (await buildMessage(letter)).toString('latin1');
    expect(raw).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=example\.org;/);
    expect(raw.trimEnd().endsWith(built.trimEnd())).toBe(true);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('is the same to the byte when it is sent again', async () => {
    expect((await send(dkim)).equals(await send(dkim))).toBe(true);
  });

  it.each([
    ['its text', 'Tot zo', 'Tot nu'],
    ['where less mail can be asked for', '/r/a1B2', '/r/b1B2'],
    ['its subject', 'Subject: ', 'Subject: x '],
  ])('no longer verifies with another word in %s', async (_, word, other) => {
    const raw = (await send(dkim)).toString('latin1');
    expect(raw).toContain(word);
    expect(verify(Buffer.from(raw.replace(word, other), 'latin1')).holds).toBe(false);
  });

  it('has none without a key', async () => {
    expect((await send(undefined)).toString('latin1')).not.toContain('DKIM-Signature');
  });
});
