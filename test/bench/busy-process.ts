import { createHash } from 'node:crypto';
import { busyCalendar } from './busy-calendar.js';
import { busyContestants } from './busy-contestants.js';

// A process of its own for one reading, so that no contestant lives in what the other left: prints its seconds, the
// bytes it took at most on top of what was held before, the longest it kept others waiting, and what it found.
const who = process.argv[2] === 'ours' ? 'ours' : 'theirs';
const bytes = busyCalendar(10_000);
const before = process.memoryUsage.rss();
const begun = performance.now();
let longestMs = 0;
const found = busyContestants[who](bytes, (ms) => (longestMs = Math.max(longestMs, ms)));
const seconds = (performance.now() - begun) / 1_000;
const memory = process.resourceUsage().maxRSS * 1_024 - before;
const digest = createHash('sha256').update(JSON.stringify(found)).digest('hex');
process.stdout.write(JSON.stringify({ seconds, memory, longestMs, digest }));
