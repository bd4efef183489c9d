import { codeOf, importsOf, type SourceFile } from './source-files.js';

/** Folders that hold nothing but rules. */
const pureFolder = /^src\/(scheduling\/(slots|planner)|calendar\/itip|(.+\/)?domain)\//;

const impureImports = [
  /^@nestjs\//,
  /^@mikro-orm\//,
  /^(node:)?(fs|net|http|https|child_process|timers|dns|tls|os|process)(\/|$)/,
  /^(pg|pg-boss|fastify|nodemailer|rxjs)(\/|$)/,
  /\.(entity|service|repository|read-model|module|controller|pages|jobs)\.js$/,
];

const impureCalls: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(/, 'Date.now()'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bDateTime\.(now|local|utc)\(\s*\)/, 'the time of luxon'],
  [/\bMath\.random\(/, 'Math.random()'],
  [/\brandom(UUID|Bytes|Int)\(/, 'randomness'],
  [/\bcrypto\.getRandomValues\(/, 'randomness'],
  [/\bprocess\./, 'the process'],
  [/\bfetch\(/, 'the network'],
  [/\bset(Timeout|Interval)\(/, 'a timer'],
];

/** What a file in a pure folder has to do with anything but its arguments. Specs may. */
export function checkPurity(file: SourceFile): readonly string[] {
  if (!pureFolder.test(file.path) || /\.spec\.tsx?$/.test(file.path)) return [];
  const code = codeOf(file);
  const imports = importsOf(file)
    .filter(
      ({ specifier, isTypeOnly }) => !isTypeOnly && impureImports.some((pattern) => pattern.test(specifier)),
    )
    .map(({ specifier }) => `${file.path} is pure and imports ${specifier}`);
  const calls = impureCalls
    .filter(([pattern]) => pattern.test(code))
    .map(([, name]) => `${file.path} is pure and uses ${name}`);
  return [...imports, ...calls];
}
