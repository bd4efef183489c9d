import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvitationEntry } from '../../src/calendar/itip/calendar-entry.js';
import { writeCancel, writeRequest } from '../../src/calendar/itip/write-calendar-object.js';
import { ensureDebianPackages } from '../support/debian-packages.js';
import { givenCancelled, givenInvitation, givenMoved } from './given-invitation.js';

const PEERS = join(import.meta.dirname, 'peers');
const { missing } = ensureDebianPackages(['python3-icalendar', 'libical-dev', 'gcc', 'libc6-dev']);
if (missing !== undefined) {
  process.stderr.write(
    `NOT RUN: calendar objects were not read with python3-icalendar and libical. ${missing}\n`,
  );
}

function run(command: string, args: readonly string[], input: string | Buffer = ''): string {
  // Another zone than anybody's here, and none of the caller's Python settings: Debian's own module is meant.
  const env = { PATH: process.env['PATH'], TZ: 'Asia/Tokyo', LANG: 'C.UTF-8' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? error?.message}: ${stderr}`);
  return stdout;
}

const seconds = (date: Date) => date.getTime() / 1000;
const invitation = givenInvitation();
const difficult = givenInvitation({
  summary: 'Één “lastig” gesprek, deel 2; \\zie\nBEGIN:VEVENT 🙂'.repeat(4),
  attendee: { ...invitation.attendee, name: 'De Vries; Jan, (HR): é' },
});
const acrossSpring = givenInvitation({
  start: new Date('2027-03-28T00:30:00Z'),
  end: new Date('2027-03-28T01:30:00Z'),
});
const inDoubledHour = givenInvitation({
  start: new Date('2026-10-25T00:30:00Z'),
  end: new Date('2026-10-25T01:30:00Z'),
});
const inSummer = givenInvitation({
  start: new Date('2026-07-01T12:00:00Z'),
  end: new Date('2026-07-01T13:00:00Z'),
});

type Case = [string, 'REQUEST' | 'CANCEL', number, InvitationEntry];
const CASES: Case[] = [
  ['an invitation', 'REQUEST', 0, invitation],
  ['a moved invitation', 'REQUEST', 1, givenMoved()],
  ['a cancellation', 'CANCEL', 2, givenCancelled()],
  ['an invitation with difficult texts', 'REQUEST', 0, difficult],
  ['an invitation in summer', 'REQUEST', 0, inSummer],
  ['an invitation across the spring night', 'REQUEST', 0, acrossSpring],
  ['an invitation in the doubled hour of autumn', 'REQUEST', 0, inDoubledHour],
];
const written = (method: Case[1], entry: InvitationEntry) =>
  method === 'CANCEL' ? writeCancel(entry) : writeRequest(entry);

const describeWithPeers = missing === undefined ? describe : describe.skip;

describeWithPeers('python3-icalendar', () => {
  it.each(CASES)('reads %s as %s with SEQUENCE %i', (_what, method, sequence, entry) => {
    const printed = run('/usr/bin/python3', [join(PEERS, 'read_with_icalendar.py')], written(method, entry));
    expect(JSON.parse(printed)).toEqual({
      method,
      uid: entry.uid,
      sequence,
      status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
      start: seconds(entry.start),
      end: seconds(entry.end),
      summary: entry.summary,
      organizer: 'mailto:planning@study.example',
      attendees: ['mailto:jan@example.com'],
      partstat: [entry.attendee.partstat],
      rsvp: [method === 'CANCEL' ? null : 'TRUE'],
      faults: 0,
    });
  });
});

describeWithPeers('libical', () => {
  const folder = missing === undefined ? mkdtempSync(join(tmpdir(), 'veldwerk-libical-')) : '';
  const program = join(folder, 'read');

  beforeAll(() => {
    run('gcc', ['-Wall', '-Werror', '-o', program, join(PEERS, 'read_with_libical.c'), '-lical']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(CASES)(
    'reads %s as %s with SEQUENCE %i and finds no broken rule',
    (_what, method, sequence, entry) => {
      expect(run(program, [], written(method, entry)).trim().split('\n')).toEqual([
        'restrictions 1',
        'faults 0',
        `method ${method}`,
        `uid ${entry.uid}`,
        `sequence ${sequence}`,
        `status ${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
        `start ${seconds(entry.start)}`,
        `end ${seconds(entry.end)}`,
        'attendee mailto:jan@example.com',
      ]);
    },
  );

  it('would say so when a rule is broken', () => {
    const twoStamps = written('REQUEST', invitation)
      .toString()
      .replace(/(DTSTAMP.*\r\n)/, '$1$1');
    expect(run(program, [], twoStamps)).toMatch(/^restrictions 0$/m);
  });
});
