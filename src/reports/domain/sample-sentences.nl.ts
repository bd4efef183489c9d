import type { SampleRole, SampleUnit } from './sample.js';
import type { CandidateTexts, MessageTexts } from './sample-sentences.js';

const units: Readonly<Record<SampleUnit, readonly [string, string]>> = {
  interviews: ['interview', 'interviews'],
  persons: ['persoon', 'personen'],
  transcripts: ['transcript', 'transcripten'],
};

const unitsOf = (n: number, unit: SampleUnit) => `${n} ${units[unit][n === 1 ? 0 : 1]}`;
const interviews = (n: number) => (n === 1 ? 'één interview' : `${n} interviews`);
const zijn = (n: number) => (n === 1 ? 'is' : 'zijn');
const step = (difference: number) => `${Math.abs(difference)} ${difference > 0 ? 'meer' : 'minder'}`;
const roleName = (role: SampleRole | undefined) => `“${role?.name ?? ''}”`;
const list = (names: readonly string[] = []) =>
  new Intl.ListFormat('nl', { type: 'conjunction' }).format(names.map((name) => `“${name}”`));

const addUp = (targets: readonly number[], planned: number) =>
  targets.length === 1
    ? `de enige respondentgroep telt ${planned}`
    : `de respondentgroepen tellen op tot ${targets.join(' + ')} = ${planned}`;

export const messageTextsNl: MessageTexts = {
  'stated-differs-from-planned': ({ source, unit, n, planned, targets }) => {
    const planUnit = unit === 'interviews' ? '' : ' interviews';
    return `“${source}” noemt ${unitsOf(n, unit)}; ${addUp(targets, planned)}${planUnit}: ${step(n - planned)}.`;
  },
  'stated-samples-disagree': ({ unit, stated }) => {
    const numbers = stated.map(({ source, n }) => `“${source}” noemt ${unitsOf(n, unit)}`);
    return `De teksten spreken elkaar tegen: ${numbers.join('; ')}.`;
  },
  'role-target-differs-from-quotas': ({ role, quotas }) =>
    `Voor ${roleName(role)} is het doel ${role.target}; de quota van de casussen tellen op tot ${quotas}: ${step(quotas - role.target)}.`,
  'total-differs-from-quotas': ({ planned, quotas }) =>
    `Alle respondentgroepen samen hebben als doel ${planned}; alle quota samen zijn ${quotas}: ${step(quotas - planned)}.`,
  'realised-exceeds-target': ({ role, realised }) =>
    `Voor ${roleName(role)} is het doel ${role.target}; er ${zijn(realised)} ${interviews(realised)} gehouden: ${step(realised - role.target)}.`,
  'realised-outside-roles': ({ role, realised }) =>
    `Met respondentgroep “${role}” ${zijn(realised)} er ${interviews(realised)} gehouden, maar die groep hoort niet bij het onderzoek.`,
};

export const candidateTextsNl: CandidateTexts = {
  'matches-realised': ({ count }) =>
    `De tekst noemt wat er is gehouden (${count}) en niet wat er was gepland.`,
  'duo-interview': ({ count }) =>
    count === 1
      ? 'Eén duo-interview is geteld als twee, omdat er twee personen aan tafel zaten.'
      : `Interviews met meer dan één persoon zijn per persoon geteld, bijvoorbeeld ${count} duo-interviews.`,
  'outside-roles': ({ count }) =>
    `Er ${count === 1 ? 'telt' : 'tellen'} ${interviews(count)} mee met iemand die bij geen van de respondentgroepen hoort, zoals een contactpersoon of deskundige.`,
  'outside-roles-held': ({ count }) =>
    `Het logboek telt ${interviews(count)} met een respondentgroep die niet bij het onderzoek hoort.`,
  'pilot-interview': ({ count }) =>
    count === 1 ? 'Een proefinterview telt mee.' : `Proefinterviews tellen mee (tot ${count}).`,
  'repeat-interview': ({ count }) =>
    count === 1
      ? 'Een vervolggesprek met dezelfde persoon is als nieuw interview geteld.'
      : `Vervolggesprekken met dezelfde personen zijn als nieuwe interviews geteld (tot ${count}).`,
  'over-recruitment': ({ count }) =>
    `Er zijn meer mensen geworven dan het doel was: ${interviews(count)} extra.`,
  'role-counted-twice': ({ role, count }) =>
    `Het verschil is precies het doel van ${roleName(role)} (${count}): die groep kan dubbel zijn geteld.`,
  'role-left-out': ({ role, count }) =>
    `Het verschil is precies het doel van ${roleName(role)} (${count}): die groep kan zijn weggelaten.`,
  'one-extra-per-site': ({ count }) =>
    `Het verschil is één per casus (${count} casussen): gesprekken met contactpersonen kunnen zijn meegeteld.`,
  'other-unit': () => 'De tekst telt iets anders dan interviews, zoals personen of transcripten.',
  'joint-counted-once': ({ count }) =>
    count === 1
      ? 'Twee interviews die na elkaar of samen zijn gehouden, zijn als één geteld.'
      : 'Interviews die samen zijn gehouden, zijn als één geteld.',
  'not-held': ({ count }) =>
    `Er ${zijn(count)} ${interviews(count)} niet doorgegaan, door weigering of uitval.`,
  'left-out-of-analysis': ({ count }) =>
    `Er ${zijn(count)} ${interviews(count)} niet in de analyse gebruikt, bijvoorbeeld omdat toestemming is ingetrokken.`,
  'several-persons': () =>
    'Aan sommige interviews deed meer dan één persoon mee: personen en interviews zijn dan niet gelijk.',
  'same-person-again': () => 'Sommige personen zijn vaker dan één keer geïnterviewd.',
  'split-recording': ({ count }) =>
    count === 1
      ? 'Eén interview is in twee delen opgenomen en uitgewerkt.'
      : `Interviews zijn in delen opgenomen en uitgewerkt (${count} delen extra).`,
  'observation-notes': () => 'Verslagen van observaties of bijeenkomsten zijn als transcript meegeteld.',
  'not-recorded': ({ count }) =>
    `Van ${interviews(count)} is geen opname, omdat daar geen toestemming voor was.`,
  'other-moment': () => 'De teksten zijn op verschillende momenten geschreven en niet allemaal bijgewerkt.',
  'counted-differently': ({ count }) =>
    count === 1
      ? 'De ene tekst telt een duo-interview, proefinterview of vervolggesprek mee en de andere niet.'
      : 'De teksten tellen duo-interviews, proefinterviews of vervolggesprekken niet op dezelfde manier.',
  'source-matches-planned': ({ names }) => `${list(names)} noemt het geplande aantal.`,
  'source-matches-realised': ({ names }) => `${list(names)} noemt het aantal dat is gehouden.`,
  'sites-without-quota': ({ names }) => `Zonder quotum voor deze respondentgroep: ${list(names)}.`,
  'not-divided-yet': ({ count }) => `${count} van het doel is nog niet over de casussen verdeeld.`,
  'reserve-in-quotas': ({ count }) =>
    `In de quota zit een reserve van ${count}, voor het geval er mensen uitvallen.`,
  'target-changed': () => 'Het doel is later veranderd en de quota zijn niet bijgewerkt, of andersom.',
  'follows-from-roles': () => 'Dit volgt uit de verschillen per respondentgroep.',
  'quota-outside-roles': ({ names }) =>
    `Er zijn quota voor respondentgroepen die het onderzoek niet kent: ${list(names)}.`,
  'role-mistaken': () => 'Iemand staat onder een verkeerde respondentgroep.',
  'role-not-in-study': () => 'Het onderzoek heeft een respondentgroep die nog niet in de opzet staat.',
  'typing-error': () => 'Een typefout.',
  'other-version': () => 'De tekst hoort bij een eerdere of latere versie van de opzet.',
};
