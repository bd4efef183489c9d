import { isDeepStrictEqual } from 'node:util';
import type { StudyFile } from './study-file.schema.js';

export type StudyFileSection = Exclude<keyof StudyFile, 'version'>;

/** One section that differs. What has a code or an address is named; other changes only make `isChanged`. */
export interface SectionChange {
  readonly section: StudyFileSection;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

const sections: readonly StudyFileSection[] = [
  'study',
  'roles',
  'statedSamples',
  'sites',
  'interviews',
  'observations',
  'topicGuide',
  'consent',
  'team',
  'soundingBoard',
];

/** The sections in which two files differ, in the order of the file; empty when they say the same. */
export function compareStudyFiles(before: StudyFile, after: StudyFile): readonly SectionChange[] {
  return sections.flatMap((section) => {
    const [was, becomes] = [before[section], after[section]];
    return isDeepStrictEqual(was, becomes) ? [] : [{ section, ...compareItems(was, becomes) }];
  });
}

function compareItems(before: unknown, after: unknown): Omit<SectionChange, 'section'> {
  const [was, becomes] = [itemsByName(before), itemsByName(after)];
  return {
    added: [...becomes.keys()].filter((name) => !was.has(name)),
    removed: [...was.keys()].filter((name) => !becomes.has(name)),
    changed: [...becomes.keys()].filter(
      (name) => was.has(name) && !isDeepStrictEqual(was.get(name), becomes.get(name)),
    ),
  };
}

/** The items of a list by what tells them apart: a code, or a team member's name. */
function itemsByName(section: unknown): ReadonlyMap<string, unknown> {
  const items = Array.isArray(section) ? (section as Readonly<Record<string, unknown>>[]) : [];
  return new Map(items.map((item) => [String(item.code ?? item.name ?? item.source), item]));
}
