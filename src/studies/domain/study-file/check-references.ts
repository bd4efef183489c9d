import { formatPath, quoteKey, type PathPart, type StudyFileFault } from './fault.js';
import { nearestWord } from './nearest-word.js';
import type { Outline } from './outline.schema.js';

type Codes = readonly ({ readonly code?: string | undefined } | undefined)[] | undefined;

/** References that lead nowhere: quotas to roles, observed meetings to sites, topics to sub-questions. */
export function checkReferences(outline: Outline): StudyFileFault[] {
  const roles = knownCodes(outline.roles);
  const sites = knownCodes(outline.sites);
  const subQuestions = knownCodes(outline.study?.subQuestions);
  return [
    ...(outline.sites ?? []).flatMap((site, s) =>
      Object.keys(site?.quotas ?? {}).flatMap((role) =>
        unknown(['sites', s, 'quotas', role], role, 'role', roles),
      ),
    ),
    ...(outline.observations?.meetings ?? []).flatMap((meeting, m) =>
      unknown(['observations', 'meetings', m, 'site'], meeting?.site, 'site', sites),
    ),
    ...(outline.topicGuide ?? []).flatMap((topic, t) =>
      (topic?.subQuestions ?? []).flatMap((code, q) =>
        unknown(['topicGuide', t, 'subQuestions', q], code, 'sub-question', subQuestions),
      ),
    ),
  ];
}

/** Undefined when a code is missing or wrong itself: then nothing can be said about who refers to it. */
function knownCodes(list: Codes): readonly string[] | undefined {
  if (list === undefined) return undefined;
  const codes = list.map((item) => item?.code);
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

function unknown(
  path: readonly PathPart[],
  code: string | undefined,
  noun: string,
  known: readonly string[] | undefined,
): StudyFileFault[] {
  if (code === undefined || known === undefined || known.includes(code)) return [];
  const near = nearestWord(code, known);
  const advice = near === undefined ? '' : `; did you mean ${quoteKey(near)}?`;
  return [{ path: formatPath(path), message: `${quoteKey(code)} is not a ${noun} of this study${advice}` }];
}
