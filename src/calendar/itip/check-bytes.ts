import type { BytesFaultCode, OutgoingFault } from './outgoing-fault.js';

const MAX_BYTES = 256 * 1024;
const MAX_OCTETS = 75;

/** The faults found in the raw bytes, and the content lines that they hold, as far as those can be read. */
export interface ReadBytes {
  readonly faults: readonly OutgoingFault[];
  readonly lines: readonly string[];
}

interface BytesRule {
  readonly code: BytesFaultCode;
  readonly sentence: string;
  readonly isBroken: (raw: string, physicalLines: readonly string[]) => boolean;
}

/** In these rules one character of `raw` is one octet (RFC 5545 section 3.1). */
const RULES: readonly BytesRule[] = [
  {
    code: 'byte-order-mark',
    sentence: 'The object starts with a byte order mark.',
    isBroken: (raw) => raw.startsWith('\u00EF\u00BB\u00BF'),
  },
  {
    code: 'line-ending',
    sentence: 'A carriage return or line feed stands alone; every line must end in both.',
    isBroken: (raw) => /\r(?!\n)|(?<!\r)\n/.test(raw),
  },
  {
    code: 'unfinished',
    sentence: 'The last line does not end in a carriage return and line feed.',
    isBroken: (raw) => !raw.endsWith('\r\n'),
  },
  {
    code: 'line-too-long',
    sentence: `A line is longer than ${MAX_OCTETS} octets.`,
    isBroken: (_raw, physicalLines) => physicalLines.some((line) => line.length > MAX_OCTETS),
  },
  {
    code: 'fold-inside-character',
    sentence: 'A line is folded inside a UTF-8 character.',
    isBroken: (_raw, physicalLines) => physicalLines.some((line) => /^[ \t][\u0080-\u00BF]/.test(line)),
  },
];

/** Reads an object from its bytes and finds what is wrong before any line is understood. */
export function checkBytes(bytes: Uint8Array): ReadBytes {
  if (bytes.byteLength > MAX_BYTES) {
    const sentence = `The object is larger than ${MAX_BYTES / 1024} KiB.`;
    return { faults: [{ code: 'too-large', sentence }], lines: [] };
  }
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const physicalLines = raw.split(/\r\n|\r|\n/);
  const broken = RULES.filter((rule) => rule.isBroken(raw, physicalLines));
  const unfolded = raw.replace(/(?:\r\n|\r|\n)[ \t]/g, '').replace(/(?:\r\n|\r|\n)$/, '');
  const text = decodeLines(unfolded.split(/\r\n|\r|\n/));
  return {
    faults: [...broken.map(({ code, sentence }) => ({ code, sentence })), ...text.faults],
    lines: text.lines,
  };
}

/** Joins the octets of each unfolded line into characters. */
function decodeLines(octetLines: readonly string[]): ReadBytes {
  const faults: OutgoingFault[] = [];
  const lines = octetLines.map((octets) => Buffer.from(octets, 'latin1').toString('utf8'));
  if (
    octetLines.some((octets, index) => Buffer.from(lines[index] ?? '', 'utf8').toString('latin1') !== octets)
  ) {
    faults.push({ code: 'not-utf-8', sentence: 'The object is not valid UTF-8.' });
  }
  if (lines.some((line) => /(?!\t)\p{Cc}/u.test(line))) {
    faults.push({ code: 'control-character', sentence: 'A line holds a control character.' });
  }
  return { faults, lines };
}
