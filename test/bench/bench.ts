import { calendarObjectsBench } from './calendar-objects.bench.js';
import { rounded, type Line } from './measure.js';
import { busyBench } from './busy.bench.js';
import { acceptBench } from './accept.bench.js';
import { feedBench } from './feed.bench.js';
import { importBench } from './import.bench.js';
import { invitationsBench } from './invitations.bench.js';
import { pagesBench } from './pages.bench.js';
import { slotsBench } from './slots.bench.js';
import { startBench } from './start.bench.js';
import { withServer } from './product-on-server.js';

/** In the order of the table. */
const benches = {
  slots: slotsBench,
  calendar: calendarObjectsBench,
  busy: busyBench,
  accept: () => withServer(acceptBench),
  invitations: () => withServer(invitationsBench),
  feed: () => withServer(feedBench),
  import: () => withServer(importBench),
  pages: () => withServer(pagesBench),
  start: startBench,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`There is ${Object.keys(benches).join(', ')}, but no ${unknown.join(', ')}`);

const lines: Line[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  lines.push(...(await bench()));
}
process.stdout.write(table(lines));

function table(all: readonly Line[]): string {
  const cells = all.map(({ path, against, ratio, range: [low, high], seen }) => [
    path,
    against,
    rounded(ratio),
    `${rounded(low)} - ${rounded(high)}`,
    seen,
  ]);
  const rows = [['path', 'against', 'ratio', 'rounds', 'seen'], ...cells];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return `${text.join('\n')}\n`;
}
