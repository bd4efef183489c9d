import { readParameters } from './header-parameters.js';
import type { ReadingFault } from '../incoming-mail.js';
import { headerValue, readHeader, type MailHeader } from './mail-header.js';

/** A part of a mail that has no parts of its own; a message inside a message is one too, and stays closed. */
export interface MailPart {
  readonly header: MailHeader;
  /** Media type, in lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As transferred, still encoded: one character per byte. */
  readonly body: string;
}

/** What the file of a part is called, or empty; perhaps still encoded. */
export function fileName({ header, parameters }: MailPart): string {
  const disposition = readParameters(headerValue(header, 'content-disposition') ?? '');
  return (disposition.parameters.get('filename') ?? parameters.get('name') ?? '').trim();
}

/** A mail cut into its parts, as far as the limits go. */
export interface SplitMail {
  readonly header: MailHeader;
  /** Everything behind the header. */
  readonly body: string;
  /** Media type of the whole, with its parameters. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly parts: readonly MailPart[];
  readonly fault: ReadingFault | null;
}

interface OpenMultipart {
  readonly delimiter: string;
  readonly partType: string;
}

interface Delimiter {
  /** Where its line begins, and where the next one does. */
  readonly start: number;
  readonly next: number;
  readonly level: number;
  readonly isClosing: boolean;
}

const MOST_HEADER_BYTES = 256 * 1024;
const MOST_PARTS = 256;
const MOST_LEVELS = 16;
const LONGEST_DELIMITER = 256;

/**
 * Cuts a message (one character per byte) at its boundaries (RFC 2046 section 5.1), in one pass however it is nested.
 * A boundary that is never closed ends with what is around it.
 */
export function splitMail(message: string): SplitMail {
  const start = /^(\u00ef\u00bb\u00bf)?\s{0,16}(From [^\n]*\n)?/.exec(message)?.[0].length ?? 0;
  return new Cutter(message).cut(start);
}

class Cutter {
  readonly #parts: MailPart[] = [];
  #open: readonly OpenMultipart[] = [];
  /** Which of them a line delimits or closes: that of the innermost one, where several have the same boundary. */
  #levels: ReadonlyMap<string, number> = new Map();
  #seen = 0;
  #headerBytes = 0;

  constructor(readonly text: string) {}

  cut(start: number): SplitMail {
    const root = this.#readHead(start);
    const fault = this.#headerBytes > MOST_HEADER_BYTES ? 'message-too-large' : this.#cutParts(root);
    const { header, type, parameters } = root;
    return { header, type, parameters, body: this.text.slice(root.end), parts: this.#parts, fault };
  }

  #cutParts(root: Head): ReadingFault | null {
    for (let head: Head | undefined = root; head; head = this.#nextPart(head)) {
      this.#seen += 1;
      if (this.#seen > MOST_PARTS) return 'too-many-parts';
      if (this.#headerBytes > MOST_HEADER_BYTES) return 'message-too-large';
      if (this.#open.length > MOST_LEVELS) return 'too-deep';
    }
    return null;
  }

  /** Finishes the part of this head, and reads the head of the one that follows. */
  #nextPart(head: Head): Head | undefined {
    const multipart = openMultipart(head);
    if (multipart) this.#reopen(this.#open.length, multipart);
    let delimiter = this.#nextDelimiter(head.end);
    if (!multipart) {
      const { header, type, parameters } = head;
      const body = this.text.slice(head.end, delimiter?.start).replace(/\r?\n$/, '');
      this.#parts.push({ header, type, parameters, body });
    }
    while (delimiter?.isClosing) {
      this.#reopen(delimiter.level);
      delimiter = this.#nextDelimiter(delimiter.next);
    }
    if (!delimiter) return undefined;
    this.#reopen(delimiter.level + 1);
    return this.#readHead(delimiter.next, this.#open.at(-1)?.partType);
  }

  /** Reads a header up to its empty line, or to a delimiter where that is missing. */
  #readHead(start: number, partType = 'text/plain'): Head {
    let end = start;
    let bodyAt = start;
    while (bodyAt < this.text.length && this.#headerBytes <= MOST_HEADER_BYTES) {
      const next = this.#lineAfter(bodyAt);
      const line = this.text.slice(bodyAt, Math.min(next, bodyAt + LONGEST_DELIMITER));
      const isEmpty = /^\r*\n?$/.test(line);
      if (!isEmpty && this.#delimiterAt(bodyAt)) break;
      this.#headerBytes += next - bodyAt;
      bodyAt = next;
      if (isEmpty) break;
      end = next;
    }
    const header = readHeader(this.text.slice(start, Math.min(end, start + MOST_HEADER_BYTES)));
    const { value, parameters } = readParameters(headerValue(header, 'content-type') ?? '');
    return { header, type: value === '' ? partType : value, parameters, end: bodyAt };
  }

  #nextDelimiter(from: number): Delimiter | undefined {
    if (this.#open.length === 0) return undefined;
    const first = this.#delimiterAt(from);
    if (first) return first;
    for (let at = from; ; at += 1) {
      at = this.text.indexOf('\n--', at);
      if (at < 0) return undefined;
      const found = this.#delimiterAt(at + 1);
      if (found) return found;
    }
  }

  /** The line that begins here, if it is a delimiter of an open multipart; the innermost one that it fits. */
  #delimiterAt(start: number): Delimiter | undefined {
    if (this.#open.length === 0 || !this.text.startsWith('--', start)) return undefined;
    const next = this.#lineAfter(start);
    if (next - start > LONGEST_DELIMITER) return undefined;
    const line = this.text.slice(start, next).trimEnd();
    const level = this.#levels.get(line);
    if (level === undefined) return undefined;
    return { start, next, level, isClosing: line !== this.#open[level]?.delimiter };
  }

  /** Leaves only this many multiparts open, with perhaps another one inside them. */
  #reopen(count: number, ...inner: readonly OpenMultipart[]): void {
    this.#open = [...this.#open.slice(0, count), ...inner];
    this.#levels = new Map(
      this.#open.flatMap(({ delimiter }, level) => [
        [delimiter, level],
        [`${delimiter}--`, level],
      ]),
    );
  }

  #lineAfter(start: number): number {
    const end = this.text.indexOf('\n', start);
    return end < 0 ? this.text.length : end + 1;
  }
}

interface Head {
  readonly header: MailHeader;
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

/** Without a boundary nothing can be cut, and the part counts as a leaf of an unknown kind. */
function openMultipart({ type, parameters }: Head): OpenMultipart | undefined {
  const boundary = parameters.get('boundary')?.trimEnd() ?? '';
  if (!type.startsWith('multipart/') || boundary === '' || boundary.length > 200) return undefined;
  return {
    delimiter: `--${boundary}`,
    partType: type === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
  };
}
