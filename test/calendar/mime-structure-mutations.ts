import { oneOf, ofLines, ofText, replaceOne, someSize, type Mutation, type Random } from './mutation.js';

/** A boundary that its parts no longer have, or parts that lose, double or close theirs. */
const damageBoundary = ofLines((lines, random) => {
  const places = lines.flatMap((line, at) => (/^--\S|boundary=/i.test(line) ? [at] : []));
  if (places.length === 0) return lines;
  const at = oneOf(places, random);
  const line = lines[at]!;
  const changed = [[], [line, line], [`${line}--`], [line.slice(0, -1)], [` ${line}`], [line.toUpperCase()]];
  return lines.toSpliced(at, 1, ...oneOf(changed, random));
});

/** Every part under one and the same boundary. */
const oneBoundary = ofText((text) => {
  const names = [...text.matchAll(/boundary="?([^"\r\n;]+)"?/gi)].map(([, name]) => name!);
  return names.reduce((changed, name) => changed.replaceAll(name, names[0]!), text);
});

/** The whole message as a part of a part of a part. */
const nestParts = ofText((text, random) => {
  const kind = oneOf(
    ['multipart/mixed', 'multipart/alternative', 'message/rfc822', 'multipart/digest'],
    random,
  );
  const depth = 2 + someSize(2, random);
  const isMessage = kind === 'message/rfc822';
  const heads = Array.from({ length: depth }, (_, level) =>
    isMessage
      ? `Content-Type: ${kind}\r\n\r\n`
      : `Content-Type: ${kind}; boundary=n${level}\r\n\r\n--n${level}\r\n`,
  );
  const tails = isMessage
    ? []
    : Array.from({ length: depth }, (_, level) => `\r\n--n${depth - 1 - level}--\r\n`);
  return `MIME-Version: 1.0\r\n${heads.join('')}${text}${tails.join('')}`;
});

/** So many parts that nobody sends them. */
const manyParts = ofText((text, random) => {
  const part = '--many\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n';
  const parts = part.repeat(someSize(3, random));
  return `Content-Type: multipart/mixed; boundary=many\r\n\r\n${parts}--many\r\n${text}\r\n--many--\r\n`;
});

const manyHeaders = ofText((text, random) => {
  const header = oneOf(
    ['Received: from a by b', 'Subject: =?x?Q?=?=', 'From: a@b', 'X:', 'To: ,,,<>,'],
    random,
  );
  return `${header}\r\n`.repeat(someSize(3, random)) + text;
});

const replaced = (pattern: RegExp, values: readonly string[]): Mutation =>
  ofText((text, random) => replaceOne(text, pattern, random, () => oneOf(values, random)));

const renameCharset = replaced(/charset="?[\w-]+"?/gi, [
  'charset=utf-7',
  'charset=utf-16le',
  'charset=windows-1252',
  'charset=iso-2022-jp',
  'charset="utf-8',
  "charset*=utf-8''utf-8",
  'charset=',
  'charset=x-unknown; charset=utf-8',
  'charset=../../utf-8',
  'charset=__proto__',
]);

const renameEncoding = replaced(/(?<=Content-Transfer-Encoding: ?)[^\r\n]*/gi, [
  '7bit',
  'base64',
  'quoted-printable',
  'binary',
  'x-uuencode',
  'base64, base64',
  '',
  'constructor',
]);

const renameType = replaced(/(?<=Content-Type: ?)[\w/-]+/gi, [
  'text/calendar',
  'application/ics',
  'text/x-vcalendar',
  'application/octet-stream; name=a.ics',
  'application/ms-tnef',
  'message/rfc822',
  'message/delivery-status',
  'multipart/mixed',
  'multipart/report; report-type=delivery-status',
  'text/html',
  '/',
  'text',
]);

const renameMethod = replaced(/method="?\w+"?/gi, [
  'method=CANCEL',
  'method=REQUEST',
  'method=COUNTER',
  'method=reply; method=CANCEL',
  'method="REPLY',
  'method=',
  'method*0=RE; method*1=PLY',
  'method=__proto__',
]);

const base64Damage: readonly ((line: string, random: Random) => string)[] = [
  (line, random) => line.slice(0, random(line.length)),
  (line) => `${line}====`,
  (line, random) => `${line.slice(0, random(line.length))}=*~${line.slice(8)}`,
  (line) => line.toLowerCase(),
  (line) => [...line].toReversed().join(''),
  (line) => line.replaceAll('A', '-').replaceAll('E', '_'),
];

const damageBase64 = ofText((text, random) =>
  replaceOne(text, /^[\w+/]{30,76}={0,2}(?=\r?$)/gm, random, (line) =>
    oneOf(base64Damage, random)(line, random),
  ),
);

const damageQuotedPrintable = ofText((text, random) =>
  replaceOne(text, /=(?:[\dA-F]{2}|\r\n)/g, random, () =>
    oneOf(['=', '=G1', '=0', '=00', '=\r', '=0D', '==='], random),
  ),
);

export const mimeStructureMutations: Readonly<Record<string, Mutation>> = {
  damageBoundary,
  oneBoundary,
  nestParts,
  manyParts,
  manyHeaders,
  renameCharset,
  renameEncoding,
  renameType,
  renameMethod,
  damageBase64,
  damageQuotedPrintable,
};
