import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source-files.js';

/** The rooms from the ground up. A room imports from lines above its own, never from its neighbours. */
const ranks = [
  ['kernel'],
  ['mail', 'web'],
  ['auth', 'vault'],
  ['calendar', 'studies'],
  ['respondents'],
  ['consent'],
  ['recruitment', 'scheduling'],
  ['appointments', 'meetings'],
  ['reports', 'inbox', 'privacy'],
] as const;

const top = ranks.length;

/** The room of a file below `src`; files directly in `src` put everything together and stand above all. */
const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

function rankOf(room: string): number {
  const rank = ranks.findIndex((rooms) => (rooms as readonly string[]).includes(room));
  if (rank === -1) throw new Error(`src/${room} has no place in the house`);
  return rank;
}

/** Every import that goes up or sideways, in words. */
export function checkDirections(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const own = room === undefined ? top : rankOf(room);
  return importsOf(file)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier }) => {
      const target = posix.join(posix.dirname(file.path), specifier);
      return fault({ room, own, target }) ? [`${file.path} imports ${target}`] : [];
    });
}

function fault({ room, own, target }: { room: string | undefined; own: number; target: string }): boolean {
  if (target.startsWith('test/')) return true;
  if (!target.startsWith('src/')) return false;
  const other = roomOf(target);
  // Only what is itself directly in src may import a file directly in src.
  if (other === undefined) return room !== undefined;
  return other !== room && rankOf(other) >= own;
}

/** Rooms of pure code and tables of life cycles, which anybody may use. */
const pure =
  /\/src\/(kernel\/(time|text)\/|[^/]+\/domain\/|scheduling\/(slots|planner)\/|calendar\/itip\/|.*-status\.js$)/;

/** Templates get plain values: of `src` they may know the types and the pure code, nothing else. */
export function checkTemplate(file: SourceFile): readonly string[] {
  return importsOf(file)
    .filter(
      ({ specifier, isTypeOnly }) => /(^|\/)src\//.test(specifier) && !isTypeOnly && !pure.test(specifier),
    )
    .map(({ specifier }) => `${file.path} imports more than types from ${specifier}`);
}
