import { basename } from 'node:path';
import { codeOf, importsOf, type SourceFile } from './source-files.js';

/** What a file can be, by the part of its name before `.ts`. Everything else is named after what it decides. */
const kinds = new Set([
  'entity',
  'service',
  'read-model',
  'repository',
  'policy',
  'schema',
  'controller',
  'pages',
  'errors',
  'jobs',
  'module',
  'guard',
  'interceptor',
  'filter',
  'texts',
  'token',
  // Where a tool looks for its settings.
  'cli',
  'config',
  // Sentences of one language, where there are too many for one file.
  'nl',
  'en',
  'spec',
  // Before `.spec`: properties that hold for any input.
  'properties',
]);

const empty = /^(index|misc|shared)$|(^|-)(utils?|helpers?|types|common|manager)$/;

export const mostLines = 300;

/** The closed vocabulary of file names. */
export function checkName({ path }: Pick<SourceFile, 'path'>): readonly string[] {
  const [name = '', ...suffixes] = basename(path)
    .replace(/\.tsx?$/, '')
    .split('.');
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${path}: not in kebab-case`]),
    ...(empty.test(name) ? [`${path}: the name says nothing`] : []),
    ...suffixes
      .filter((suffix) => !kinds.has(suffix))
      .map((suffix) => `${path}: ".${suffix}" is not in the vocabulary`),
  ];
}

/** Habits that hold for every file, whatever it is. */
export function checkHabits(file: SourceFile): readonly string[] {
  const code = codeOf(file);
  const lines = file.text.split('\n').filter((line) => line.trim() !== '').length;
  return [
    ...(lines > mostLines ? [`${file.path}: ${lines} lines`] : []),
    ...defaultExport(file, code),
    ...relativeWithoutEnding(file),
    ...environment(file, code),
  ];
}

/** Only a command-line tool that loads a file by its default export gets one. */
const defaultExport = ({ path }: SourceFile, code: string) =>
  !path.endsWith('.cli.ts') && (/^\s*export default\b/m.test(code) || /\bas default\b/.test(code))
    ? [`${path}: default export`]
    : [];

const relativeWithoutEnding = (file: SourceFile) =>
  importsOf(file)
    .filter(({ specifier }) => specifier.startsWith('.') && !/\.(js|mjs|json)$/.test(specifier))
    .map(({ specifier }) => `${file.path}: ${specifier} does not end in .js`);

const environment = ({ path }: SourceFile, code: string) =>
  /\bprocess\.env\b/.test(code) && path.startsWith('src/') && !path.startsWith('src/kernel/config/')
    ? [`${path}: reads the environment`]
    : [];
