import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files of the example study, which the project carries in `templates/example/`. */
export const readExampleStudy = (): Promise<string> => readFile(join(folder(), 'study.yaml'), 'utf8');
export const readExampleRespondents = (): Promise<Buffer> => readFile(join(folder(), 'respondents.csv'));

/** In the project's root, seen from `src` and from `dist` alike. */
function folder(): string {
  let root = import.meta.dirname;
  while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
  return join(root, 'templates', 'example');
}
