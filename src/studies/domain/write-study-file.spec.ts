import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseStudyFile } from './parse-study-file.js';
import type { StudyFile } from './study-file.schema.js';
import { writeStudyFile } from './write-study-file.js';

const text = readFileSync(new URL('../../../templates/example/study.yaml', import.meta.url), 'utf8');

function exampleFile(): StudyFile {
  const result = parseStudyFile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.file;
}

const unsafe = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      'no',
      '13:00',
      '1e5',
      '0x1F',
      '~',
      'null',
      '- a',
      'a: b',
      '# a',
      '*a',
      '&a',
      '<<',
      '=',
      '1_0',
      '{',
      "'",
    ),
    fc.stringMatching(/^[\w:#&*!|>'"%@` {}[\],?-]{1,40}$/),
  )
  .filter((value) => value.trim() !== '' && !unsafe.test(value));
const hours = fc.uniqueArray(fc.integer({ min: 1, max: 336 }), { maxLength: 5 });
const paragraphs = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

describe('writeStudyFile', () => {
  it('writes the example so that it reads back equal, with its keys in the same order', () => {
    const written = writeStudyFile(exampleFile());
    expect(parseStudyFile(written)).toEqual({ ok: true, file: exampleFile() });
    expect(JSON.stringify(parse(written))).toBe(JSON.stringify(parse(text)));
  });

  it('puts the keys in order whatever order they come in', () => {
    const { version, study, ...rest } = exampleFile();
    const { code, ...others } = study;
    const shuffled = { ...rest, study: { ...others, code }, version };
    expect(writeStudyFile(shuffled)).toBe(writeStudyFile(exampleFile()));
  });

  it('leaves absent what was absent', () => {
    const { soundingBoard: _board, observations: _observations, ...file } = exampleFile();
    expect(parseStudyFile(writeStudyFile(file))).toEqual({ ok: true, file });
    expect(writeStudyFile(file)).not.toContain('dailyMaximum');
  });

  it('quotes what YAML 1.1 would take for something else than text, and leaves dates plain', () => {
    const written = writeStudyFile(exampleFile());
    expect(written).toContain('start: "13:00"');
    expect(written).toContain('text: "Hoe verloopt het contact procesmatig?" }');
    expect(written).toContain('fieldwork: { from: 2027-01-04, to: 2027-03-26 }');
    const meetings = (parse(written, { version: '1.1' }) as StudyFile).observations?.meetings;
    expect(meetings).toEqual(exampleFile().observations?.meetings);
  });

  it('reads back equal whatever its texts, numbers and lists hold', () => {
    const change = fc.record({
      title: line,
      question: paragraphs,
      source: line,
      n: fc.nat(100_000),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0),
      notice: fc.option(fc.nat(720), { nil: undefined }),
      modes: fc.uniqueArray(fc.constantFrom('onsite', 'video', 'phone'), { minLength: 1 }),
      reminders: fc.option(fc.record({ respondent: hours, interviewer: hours }, { requiredKeys: [] }), {
        nil: undefined,
      }),
      onDecline: fc.constantFrom('notify', 'offer-anew', 'cancel', undefined),
    });
    fc.assert(
      fc.property(change, (value) => {
        const file = changed(exampleFile(), value);
        expect(parseStudyFile(writeStudyFile(file))).toEqual({ ok: true, file });
      }),
      { numRuns: 40 },
    );
  });

  it('refuses to write what is no study file', () => {
    expect(() => writeStudyFile({ ...exampleFile(), roles: [] })).toThrow();
  });
});

interface Change {
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly n: number;
  readonly latitude: number;
  readonly notice: number | undefined;
  readonly modes: StudyFile['interviews']['modes'];
  readonly reminders: StudyFile['interviews']['reminders'];
  readonly onDecline: StudyFile['interviews']['onDecline'];
}

function changed(file: StudyFile, change: Change): StudyFile {
  const [site, ...sites] = file.sites;
  const { latitude } = change;
  return {
    ...file,
    study: { ...file.study, title: change.title, question: change.question },
    statedSamples: [{ source: change.source, unit: 'persons', n: change.n }],
    sites: [{ ...site!, visitAddress: { ...site!.visitAddress, latitude } }, ...sites],
    interviews: {
      ...file.interviews,
      modes: change.modes,
      ...(change.notice !== undefined && { minNoticeHours: change.notice, tentativeChaseHours: 12 }),
      ...(change.reminders !== undefined && { reminders: change.reminders }),
      ...(change.onDecline !== undefined && { onDecline: change.onDecline }),
    },
  };
}
