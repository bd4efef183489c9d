import { formatPath, type PathPart, type StudyFileFault } from './fault.js';
import type { Outline } from './outline.schema.js';

/** Codes and addresses that must be one of a kind. Addresses are compared without regard to capitals. */
export function checkDuplicates(outline: Outline): StudyFileFault[] {
  return [
    ...repeated(['study', 'subQuestions'], outline.study?.subQuestions, 'code'),
    ...repeated(['roles'], outline.roles, 'code'),
    ...repeated(['sites'], outline.sites, 'code'),
    ...repeated(['topicGuide'], outline.topicGuide, 'code'),
    ...repeated(['consent', 'statements'], outline.consent?.statements, 'code'),
    ...repeated(['team'], outline.team, 'email'),
    ...repeated(['soundingBoard', 'members'], outline.soundingBoard?.members, 'email'),
    ...repeatedWords(['interviews', 'modes'], outline.interviews?.modes),
    ...(['respondent', 'interviewer'] as const).flatMap((who) =>
      repeatedWords(['interviews', 'reminders', who], outline.interviews?.reminders?.[who]),
    ),
    ...(outline.topicGuide ?? []).flatMap((topic, t) =>
      repeatedWords(['topicGuide', t, 'subQuestions'], topic?.subQuestions),
    ),
  ];
}

function repeated<Key extends string>(
  path: readonly PathPart[],
  list: readonly ({ readonly [K in Key]?: string | undefined } | undefined)[] | undefined,
  key: Key,
): StudyFileFault[] {
  return repeats(list?.map((item) => item?.[key])).map(([index, first]) => ({
    path: formatPath([...path, index, key]),
    message: `is the same as that of ${formatPath([...path, first])}`,
  }));
}

function repeatedWords(
  path: readonly PathPart[],
  list: readonly (string | number | undefined)[] | undefined,
): StudyFileFault[] {
  return repeats(list?.map((item) => item?.toString())).map(([index]) => ({
    path: formatPath([...path, index]),
    message: 'is in the list twice',
  }));
}

/** Each repeated place with the first place of the same word. */
function repeats(words: readonly (string | undefined)[] = []): [number, number][] {
  const first = new Map<string, number>();
  return words.flatMap((word, index): [number, number][] => {
    const key = word?.toLowerCase();
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    return earlier === undefined ? [] : [[index, earlier]];
  });
}
