import { join } from 'node:path';
import { checkDirections, checkTemplate } from './architecture/check-directions.js';
import { checkHabits, checkName, mostLines } from './architecture/check-files.js';
import { checkPurity } from './architecture/check-purity.js';
import { sourceFiles, type SourceFile } from './architecture/source-files.js';

const root = join(import.meta.dirname, '..');
const src = sourceFiles(root, 'src');
const templates = sourceFiles(root, 'templates');
const isSpec = ({ path }: SourceFile) => /\.spec\.tsx?$/.test(path);
const shipped = [...src, ...templates].filter((file) => !isSpec(file));

const file = (path: string, text: string): SourceFile => ({ path, text });

describe('the house', () => {
  it('is large enough for the checks to mean something', () => {
    expect(src.length).toBeGreaterThan(100);
    expect(templates.length).toBeGreaterThan(20);
  });

  it('imports run one way', () => {
    expect(src.flatMap(checkDirections)).toEqual([]);
  });

  it('templates know only the types of src', () => {
    expect(templates.filter((template) => !isSpec(template)).flatMap(checkTemplate)).toEqual([]);
  });

  it('pure folders are pure', () => {
    expect(src.flatMap(checkPurity)).toEqual([]);
  });

  it('files are named from the closed vocabulary', () => {
    expect([...src, ...templates].flatMap(checkName)).toEqual([]);
  });

  it('files keep the habits of the house', () => {
    expect(shipped.flatMap(checkHabits)).toEqual([]);
  });
});

describe('the check of directions', () => {
  it.each([
    ['upward', 'src/kernel/http/problem.ts', `import { A } from '../../auth/actor.js';`],
    ['sideways', 'src/mail/letter.ts', `import { page } from '../web/page.js';`],
    ['upward for a type only', 'src/web/viewer.ts', `import type { Actor } from '../auth/actor.js';`],
    ['upward in several lines', 'src/auth/x.ts', `import {\n  a,\n  b,\n} from '../studies/y.js';`],
    ['upward by passing on', 'src/auth/x.ts', `export { a } from '../studies/y.js';`],
    ['upward while running', 'src/auth/x.ts', `const a = await import('../studies/y.js');`],
    ['the top of the house', 'src/auth/x.ts', `import { a } from '../app.module.js';`],
    ['the tests', 'src/auth/x.ts', `import { a } from '../../test/support/b.js';`],
  ])('sees an import %s', (_, path, text) => {
    expect(checkDirections(file(path, text))).toHaveLength(1);
  });

  it.each([
    ['downward', 'src/auth/x.ts', `import { page } from '../web/page.js';`],
    ['within the room', 'src/auth/x.ts', `import { y } from './y.js';`],
    ['from the top', 'src/app.module.ts', `import { y } from './reports/y.js';`],
    ['in a comment', 'src/auth/x.ts', `// import { a } from '../studies/y.js'`],
  ])('lets an import pass %s', (_, path, text) => {
    expect(checkDirections(file(path, text))).toEqual([]);
  });

  it('refuses a room that has no place', () => {
    expect(() => checkDirections(file('src/cellar/x.ts', ''))).toThrow('no place');
  });

  it('sees a template that imports code', () => {
    expect(checkTemplate(file('templates/a.tsx', `import { a } from '../src/web/a.js';`))).toHaveLength(1);
    expect(checkTemplate(file('templates/a.tsx', `import type { a } from '../src/web/a.js';`))).toEqual([]);
  });
});

describe('the check of purity', () => {
  it.each([
    ['a framework', `import { Injectable } from '@nestjs/common';`],
    ['the database', `import { EntityManager } from '@mikro-orm/postgresql';`],
    ['a file', `import { readFileSync } from 'node:fs';`],
    ['an entity', `import { Study } from '../study.entity.js';`],
    ['the clock', `const now = Date.now();`],
    ['the date of today', `const now = new Date();`],
    ['chance', `const n = Math.random();`],
    ['the environment', `const zone = process.env.TZ;`],
  ])('sees %s', (_, text) => {
    for (const folder of ['studies/domain', 'scheduling/slots', 'scheduling/planner', 'calendar/itip'])
      expect(checkPurity(file(`src/${folder}/x.ts`, text))).toHaveLength(1);
  });

  it('minds only pure folders', () => {
    expect(checkPurity(file('src/studies/x.ts', `const now = Date.now();`))).toEqual([]);
    expect(checkPurity(file('src/studies/domain/x.ts', `const then = new Date(now);`))).toEqual([]);
  });
});

describe('the check of files', () => {
  it.each([
    'src/a/utils.ts',
    'src/a/date-helpers.ts',
    'src/a/index.ts',
    'src/a/a.dto.ts',
    'src/a/FindSlots.ts',
  ])('refuses the name %s', (path) => expect(checkName({ path })).toHaveLength(1));

  it.each([
    'src/a/find-slots.ts',
    'src/a/blind-index.ts',
    'src/a/study.entity.ts',
    'src/a/find-slots.spec.ts',
    'templates/a/a.texts.ts',
  ])('accepts the name %s', (path) => expect(checkName({ path })).toEqual([]));

  it.each([
    ['a default export', 'export default class X {}'],
    ['a missing ending', `import { a } from './a';`],
    ['a read of the environment', 'const port = process.env.PORT;'],
    ['a file that is too long', 'const a = 1;\n'.repeat(mostLines + 1)],
  ])('sees %s', (_, text) => {
    expect(checkHabits(file('src/auth/x.ts', text))).toHaveLength(1);
  });

  it('lets the configuration read the environment', () => {
    expect(checkHabits(file('src/kernel/config/env.ts', 'const port = process.env.PORT;'))).toEqual([]);
  });
});
