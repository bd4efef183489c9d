import { readFileSync } from 'node:fs';
import { parseStudyFile } from './parse-study-file.js';

const example = readFileSync(new URL('../../../templates/example/study.yaml', import.meta.url), 'utf8');

/** The example with one piece of text replaced; fails loudly when the piece is not there. */
function edited(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the example: ${from}`);
    return text.replace(from, to);
  }, example);
}

function faultsOf(text: string) {
  const result = parseStudyFile(text);
  return result.ok ? [] : result.faults;
}

describe('parseStudyFile', () => {
  it('reads the example and keeps dates and times as they are written', () => {
    const result = parseStudyFile(example);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { file } = result;
    expect(file.study.fieldwork).toEqual({ from: '2027-01-04', to: '2027-03-26' });
    expect(file.observations?.meetings[0]).toEqual({ site: 'ZWO', weekday: 'tuesday', start: '09:00' });
    expect(file.roles.map((role) => role.target)).toEqual([16, 8, 11]);
    expect(file.sites).toHaveLength(6);
    expect(file.interviews).toEqual({
      durationMinutes: 60,
      bufferMinutes: 15,
      modes: ['onsite', 'video', 'phone'],
    });
  });

  it('reads the same study from JSON', () => {
    const fromYaml = parseStudyFile(example);
    if (!fromYaml.ok) throw new Error(JSON.stringify(fromYaml.faults));
    expect(parseStudyFile(JSON.stringify(fromYaml.file), 'json')).toEqual(fromYaml);
    expect(parseStudyFile(JSON.stringify(fromYaml.file, null, '\t'), 'auto')).toEqual(fromYaml);
  });

  it('takes quotas that do not add up to the targets', () => {
    expect(faultsOf(edited(['target: 16', 'target: 99']))).toEqual([]);
  });

  it('takes the optional interview settings and sections that are absent', () => {
    const text = edited(
      [
        'durationMinutes: 60,',
        'durationMinutes: 60, minNoticeHours: 24, dailyMaximum: 3, slotStepMinutes: 15,',
      ],
      [example.slice(example.indexOf('soundingBoard:')), ''],
    );
    const result = parseStudyFile(text);
    expect(result.ok && result.file.interviews.dailyMaximum).toBe(3);
    expect(result.ok && 'soundingBoard' in result.file).toBe(false);
  });

  it('takes reminders in any order, none for one of the two, and what a decline leads to', () => {
    const settings =
      'reminders: { respondent: [2, 336, 48], interviewer: [] }, onDecline: offer-anew, tentativeChaseHours: 1';
    const result = parseStudyFile(edited(['durationMinutes: 60,', `durationMinutes: 60, ${settings},`]));
    expect(result.ok && result.file.interviews).toMatchObject({
      reminders: { respondent: [2, 336, 48], interviewer: [] },
      onDecline: 'offer-anew',
      tentativeChaseHours: 1,
    });
  });

  it('follows references and merges', () => {
    const text = edited(
      ['quotas: { SW: 3, BM: 1, WA: 2 }', 'quotas: &usual { SW: 3, BM: 1, WA: 2 }'],
      ['quotas: { SW: 2, BM: 2, WA: 1 }', 'quotas: { <<: *usual, WA: 1 }'],
    );
    const result = parseStudyFile(text);
    expect(result.ok && result.file.sites[5]!.quotas).toEqual({ SW: 3, BM: 1, WA: 1 });
  });

  it.each([
    ['title: Sociale teams en de politie', 'title: ""', 'study.title', 'must not be empty'],
    ['title: Sociale teams en de politie', 'title: "a\\u0007b"', 'study.title', 'control characters'],
    ['title: Sociale teams en de politie', 'title: "a\\nb"', 'study.title', 'control characters'],
    ['title: Sociale teams en de politie', 'title: "a\\u202Eb"', 'study.title', 'control characters'],
    ['title: Sociale teams en de politie', 'title: "a\\uD800b"', 'study.title', 'control characters'],
    ['title: Sociale teams en de politie', `title: ${'a'.repeat(201)}`, 'study.title', '200 characters'],
    ['code: STP', 'code: st-p', 'study.code', 'capitals and digits'],
    ['version: 1\n', 'version: 2\n', 'version', 'must be 1'],
    ['timezone: Europe/Amsterdam', 'timezone: Europe/Amsterdm', 'study.timezone', 'IANA'],
    ['timezone: Europe/Amsterdam', 'timezone: "+01:00"', 'study.timezone', 'IANA'],
    ['language: nl', 'language: no', 'study.language', 'must be one of nl, en'],
    ['from: 2027-01-04', 'from: 2027-02-29', 'study.fieldwork.from', 'date that exists'],
    ['from: 2027-01-04', 'from: 2027-04-01', 'study.fieldwork.to', 'must not be before'],
    ['from: 2027-01-04', 'from: 2017-01-04', 'study.fieldwork.to', 'within five years'],
    ['from: 2027-01-04', 'from: 1027-01-04', 'study.fieldwork.from', '2000 to 2099'],
    ['Until: 2027-12-31', 'Until: 2027-03-25', 'study.retention.contactDataUntil', 'must not be before'],
    ['target: 16', 'target: sixteen', 'roles[0].target', 'must be a number'],
    ['target: 16', 'target: 16.5', 'roles[0].target', 'must be a whole number'],
    ['target: 16', 'target: -1', 'roles[0].target', 'must be 0 or more'],
    ['target: 16', 'target: .inf', 'roles[0].target', 'must be a number'],
    ['code: BM', 'code: SW', 'roles[1].code', 'same as that of roles[0]'],
    ['unit: interviews', 'unit: interview', 'statedSamples[0].unit', 'did you mean interviews?'],
    ['code: BOR', 'code: ZWO', 'sites[1].code', 'same as that of sites[0]'],
    ['postalCode: 3891 ER', 'postalCode: 3891', 'sites[0].visitAddress.postalCode', 'between quotes'],
    ['latitude: 52.3300', 'latitude: 152.33', 'sites[0].visitAddress.latitude', 'must be 90 or less'],
    ['municipality: Zeewolde\n', 'muncipality: Zeewolde\n', 'sites[0].muncipality', '"municipality"?'],
    ['municipality: Zeewolde\n    sizeClass', 'sizeClass', 'sites[0].municipality', 'is missing'],
    ['gatekeeper: { name', 'gatekeeper: { fax: 1, name', 'sites[0].gatekeeper.fax', 'not a key that belongs'],
    ['SW: 3, BM: 1', 'SW: 3, XX: 1', 'sites[0].quotas.XX', 'not a role of this study'],
    ['SW: 3, BM: 1', 'SW: 3, "x y": 1', 'sites[0].quotas["x y"]', 'not a role of this study'],
    ['durationMinutes: 60', 'durationMinutes: 1', 'interviews.durationMinutes', 'must be 5 or more'],
    ['[onsite, video', '[onsite, onsite', 'interviews.modes[1]', 'in the list twice'],
    ['site: HEN', 'site: HNE', 'observations.meetings[3].site', 'did you mean "HEN"?'],
    ['start: "09:00"', 'start: "24:00"', 'observations.meetings[0].start', 'must be a time'],
    ['start: "09:00"', 'start: "23:00"', 'observations.meetings[0].start', 'before midnight'],
    [
      'subQuestions: [D1, D3]',
      'subQuestions: [D1, D9]',
      'topicGuide[0].subQuestions[1]',
      'not a sub-question',
    ],
    ['code: recording', 'code: participate', 'consent.statements[1].code', 'same as that of'],
    ['onderzoeker2@', 'ONDERZOEKER1@', 'team[1].email', 'same as that of team[0]'],
    ['onderzoeker2@example.org', 'onderzoeker2', 'team[1].email', 'e-mail address'],
    ['role: interviewer', 'role: interviwer', 'team[1].role', 'did you mean interviewer?'],
    ['monday: ["08:30-16:30"]', 'monday: ["16:30-08:30"]', 'team[2].availability.monday[0]', 'end later'],
    ['["08:30-16:30"]', '["08:30-12:00", "11:00-16:30"]', 'team[2].availability.monday[1]', 'overlaps'],
    ['tuesday: ["08:30', 'teusday: ["08:30', 'team[2].availability.teusday', 'did you mean "tuesday"?'],
    ['    base: { city: Hengelo, latitude: 52.2618, longitude: 6.7950 }\n', '', 'team[2].base', 'is missing'],
    ['deskundige2@', 'deskundige1@', 'soundingBoard.members[1].email', 'same as that of'],
    ['before: 2027-01-15', 'before: 2027-13-15', 'soundingBoard.meetings[0].before', 'date that exists'],
  ])('with %j made %j the fault stands at %s', (from, to, path, reason) => {
    const faults = faultsOf(edited([from, to]));
    expect(faults.map((fault) => fault.path)).toContain(path);
    const messages = faults.filter((fault) => fault.path === path).map((fault) => fault.message);
    expect(messages.join(' / ')).toContain(reason);
  });

  it.each([
    ['reminders: { respondent: [48, 0] }', 'reminders.respondent[1]', 'must be 1 or more'],
    ['reminders: { respondent: [337] }', 'reminders.respondent[0]', 'must be 336 or less'],
    ['reminders: { interviewer: [1.5] }', 'reminders.interviewer[0]', 'must be a whole number'],
    ['reminders: { interviewer: [24, 2, 24] }', 'reminders.interviewer[2]', 'in the list twice'],
    ['reminders: { respondent: [1, 2, 3, 4, 5, 6] }', 'reminders.respondent', 'more than 5 in the list'],
    ['reminders: { interviewers: [1] }', 'reminders.interviewers', 'did you mean "interviewer"?'],
    ['reminders: 48', 'reminders', 'must be a group of keys'],
    ['onDecline: notfy', 'onDecline', 'did you mean notify?'],
    ['tentativeChaseHours: 0', 'tentativeChaseHours', 'must be 1 or more'],
    ['tentativeChaseHours: null', 'tentativeChaseHours', 'is empty'],
  ])('with %j among the interview settings the fault stands at %s', (setting, path, reason) => {
    const faults = faultsOf(edited(['durationMinutes: 60', `durationMinutes: 60, ${setting}`]));
    expect(faults.map((fault) => fault.path)).toEqual([`interviews.${path}`]);
    expect(faults[0]?.message).toContain(reason);
  });

  it('gives every fault at once, in the order of the file, each with its line', () => {
    const text = edited(
      ['from: 2027-01-04', 'from: 2027-01-32'],
      ['code: BM', 'code: SW'],
      ['latitude: 52.3300', 'latitude: north'],
      ['quotas: { SW: 2, BM: 2, WA: 1 }', 'quotas: { SW: 2, SM: 2, WA: 1 }'],
      ['expertise: Jeugdhulp', 'expretise: Jeugdhulp'],
    );
    const lineOf = (piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length;
    expect(faultsOf(text).map(({ path, line }) => [path, line])).toEqual([
      ['study.fieldwork.from', lineOf('2027-01-32')],
      ['roles[1].code', lineOf('name: Beleidsmaker')],
      ...['ZWO', 'BOR', 'ZEI', 'HEN', 'ENS'].flatMap((site, index) => {
        const quotas = [`sites[${index}].quotas.BM`, lineOf(`code: ${site}`) + 6];
        return index === 0 ? [['sites[0].visitAddress.latitude', lineOf('north')], quotas] : [quotas];
      }),
      ['sites[5].quotas.SM', lineOf('SM: 2')],
      ['soundingBoard.members[3].expretise', lineOf('expretise')],
    ]);
  });

  it('says of a reference nothing when what it refers to cannot be read', () => {
    expect(faultsOf(edited(['code: BM', 'code: [BM]'])).map((fault) => fault.path)).toEqual([
      'roles[1].code',
    ]);
  });

  it('tells a section that is missing', () => {
    const paths = faultsOf('version: 1').map((fault) => `${fault.path} ${fault.message}`);
    expect(paths).toEqual(
      ['study', 'roles', 'sites', 'interviews', 'consent', 'team'].map((section) => `${section} is missing`),
    );
  });

  it('never repeats a name or an address in a message', () => {
    const text = edited(
      ['email: teamleider.zeewolde@example.org', 'email: teamleider.zeewolde@'],
      ['name: Teamleider Borne', 'name: "Teamleider Borne\\u0000"'],
    );
    const faults = faultsOf(text);
    expect(faults).toHaveLength(2);
    expect(JSON.stringify(faults)).not.toMatch(/teamleider/i);
  });

  it('counts what it does not list when faults are many', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`).join('\n');
    const faults = faultsOf(`${keys}\n`);
    expect(faults).toHaveLength(201);
    expect(faults.at(-1)).toEqual({ path: '', message: `number of faults not listed: ${5000 + 7 - 200}` });
  });
});
