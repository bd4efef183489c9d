import type { SampleRole, SampleUnit } from './sample.js';
import type { CandidateTexts, MessageTexts } from './sample-sentences.js';

const units: Readonly<Record<SampleUnit, readonly [string, string]>> = {
  interviews: ['interview', 'interviews'],
  persons: ['person', 'persons'],
  transcripts: ['transcript', 'transcripts'],
};

const unitsOf = (n: number, unit: SampleUnit) => `${n} ${units[unit][n === 1 ? 0 : 1]}`;
const interviews = (n: number) => (n === 1 ? 'one interview' : `${n} interviews`);
const were = (n: number) => (n === 1 ? 'was' : 'were');
const step = (difference: number) => `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`;
const roleName = (role: SampleRole | undefined) => `“${role?.nameEn ?? role?.name ?? ''}”`;
const list = (names: readonly string[] = []) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names.map((name) => `“${name}”`));

const addUp = (targets: readonly number[], planned: number) =>
  targets.length === 1
    ? `the only role has ${planned}`
    : `the roles add up to ${targets.join(' + ')} = ${planned}`;

export const messageTextsEn: MessageTexts = {
  'stated-differs-from-planned': ({ source, unit, n, planned, targets }) => {
    const planUnit = unit === 'interviews' ? '' : ' interviews';
    return `“${source}” states ${unitsOf(n, unit)}; ${addUp(targets, planned)}${planUnit}: ${step(n - planned)}.`;
  },
  'stated-samples-disagree': ({ unit, stated }) => {
    const numbers = stated.map(({ source, n }) => `“${source}” states ${unitsOf(n, unit)}`);
    return `The texts contradict each other: ${numbers.join('; ')}.`;
  },
  'role-target-differs-from-quotas': ({ role, quotas }) =>
    `The target of ${roleName(role)} is ${role.target}; the quotas of the sites add up to ${quotas}: ${step(quotas - role.target)}.`,
  'total-differs-from-quotas': ({ planned, quotas }) =>
    `The targets of all roles are ${planned} together; all quotas are ${quotas}: ${step(quotas - planned)}.`,
  'realised-exceeds-target': ({ role, realised }) =>
    `The target of ${roleName(role)} is ${role.target}; ${interviews(realised)} ${were(realised)} held: ${step(realised - role.target)}.`,
  'realised-outside-roles': ({ role, realised }) =>
    `With role “${role}” ${interviews(realised)} ${were(realised)} held, but the study has no such role.`,
};

export const candidateTextsEn: CandidateTexts = {
  'matches-realised': ({ count }) => `The text states what was held (${count}), not what was planned.`,
  'duo-interview': ({ count }) =>
    count === 1
      ? 'One duo interview is counted as two, because two persons sat at the table.'
      : `Interviews with more than one person are counted by person, for instance ${count} duo interviews.`,
  'outside-roles': ({ count }) =>
    `The count has ${interviews(count)} with someone outside the roles, such as a gatekeeper or an expert.`,
  'outside-roles-held': ({ count }) =>
    `The ledger has ${interviews(count)} with a role that is not part of the study.`,
  'pilot-interview': ({ count }) =>
    count === 1 ? 'A pilot interview is counted.' : `Pilot interviews are counted (up to ${count}).`,
  'repeat-interview': ({ count }) =>
    count === 1
      ? 'A follow-up with the same person is counted as a new interview.'
      : `Follow-ups with the same persons are counted as new interviews (up to ${count}).`,
  'over-recruitment': ({ count }) =>
    `More people were recruited than the target asked for: ${interviews(count)} extra.`,
  'role-counted-twice': ({ role, count }) =>
    `The difference is exactly the target of ${roleName(role)} (${count}): that role may be counted twice.`,
  'role-left-out': ({ role, count }) =>
    `The difference is exactly the target of ${roleName(role)} (${count}): that role may be left out.`,
  'one-extra-per-site': ({ count }) =>
    `The difference is one for each site (${count} sites): talks with gatekeepers may be counted.`,
  'other-unit': () => 'The text counts something else than interviews, such as persons or transcripts.',
  'joint-counted-once': ({ count }) =>
    count === 1
      ? 'Two interviews held together or one after the other are counted as one.'
      : 'Interviews held together are counted as one.',
  'not-held': ({ count }) => `Refusal or drop-out: ${interviews(count)} ${were(count)} not held.`,
  'left-out-of-analysis': ({ count }) =>
    `The analysis leaves out ${interviews(count)}, for instance because consent was withdrawn.`,
  'several-persons': () =>
    'More than one person took part in some interviews: persons and interviews are then not equal.',
  'same-person-again': () => 'Some persons were interviewed more than once.',
  'split-recording': ({ count }) =>
    count === 1
      ? 'One interview was recorded and transcribed in two parts.'
      : `Interviews were recorded and transcribed in parts (${count} parts extra).`,
  'observation-notes': () => 'Notes of observations or meetings are counted as transcripts.',
  'not-recorded': ({ count }) =>
    `Without consent to record, ${interviews(count)} ${count === 1 ? 'has' : 'have'} no recording.`,
  'other-moment': () => 'The texts were written at different moments and not all brought up to date.',
  'counted-differently': ({ count }) =>
    count === 1
      ? 'One text counts a duo, pilot or follow-up interview that the other does not.'
      : 'The texts do not count duo, pilot or follow-up interviews in the same way.',
  'source-matches-planned': ({ names }) => `The planned number is that of ${list(names)}.`,
  'source-matches-realised': ({ names }) => `The number held is that of ${list(names)}.`,
  'sites-without-quota': ({ names }) => `Without a quota for this role: ${list(names)}.`,
  'not-divided-yet': ({ count }) => `${count} of the target is not divided over the sites yet.`,
  'reserve-in-quotas': ({ count }) => `The quotas hold a reserve of ${count}, in case people drop out.`,
  'target-changed': () => 'The target was changed later and the quotas were not, or the other way round.',
  'follows-from-roles': () => 'This follows from the differences by role.',
  'quota-outside-roles': ({ names }) =>
    `There are quotas for roles that the study does not have: ${list(names)}.`,
  'role-mistaken': () => 'Someone is registered under the wrong role.',
  'role-not-in-study': () => 'The study has a role that its set-up does not name yet.',
  'typing-error': () => 'A typing error.',
  'other-version': () => 'The text belongs to an earlier or later version of the set-up.',
};
