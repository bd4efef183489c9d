import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { StudyFileFault } from './fault.js';
import { DocumentTooComplex, NodeReader } from './read-node.js';
import { syntaxMessage } from './syntax-message.js';

export type StudyFileFormat = 'yaml' | 'json' | 'auto';

export interface ReadDocument {
  /** Plain objects, lists, text, numbers, booleans and null; absent when the syntax is not valid. */
  readonly value?: unknown;
  readonly faults: readonly StudyFileFault[];
  lineOf(path: string): number | undefined;
}

const sizeLimit = 1024 * 1024;

/**
 * Reads YAML 1.2 (dates and times stay text) or JSON, with the limits that text from outside needs: at most
 * 1 MiB of UTF-8, one document, no tags, no key twice, bounded nesting and references.
 */
export function readDocument(text: string, format: StudyFileFormat): ReadDocument {
  if (Buffer.byteLength(text) > sizeLimit)
    return refused({ path: '', message: 'must not be larger than 1 MiB' });
  const source = text.replace(/^\uFEFF/, '');
  if (source.trim() === '') return refused({ path: '', message: 'is empty' });
  const fault = format === 'json' ? jsonFault(source) : undefined;
  return fault === undefined ? readYaml(source) : refused(fault);
}

/** JSON is read as the YAML that it is, so that lines and double keys are seen; this holds it to JSON's syntax. */
function jsonFault(source: string): StudyFileFault | undefined {
  try {
    JSON.parse(source);
    return undefined;
  } catch (error) {
    const position = / at position (\d+)/.exec((error as Error).message)?.[1];
    const message = 'is not valid JSON here; check the quotes, brackets and commas';
    if (position === undefined) return { path: '', message };
    return { path: '', message, line: source.slice(0, Number(position)).split('\n').length };
  }
}

function readYaml(source: string): ReadDocument {
  const lineCounter = new LineCounter();
  const reader = new NodeReader(lineCounter);
  try {
    const document = parseDocument(source, {
      lineCounter,
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      // At 'silent' a second document would be dropped without an error.
      logLevel: 'error',
    });
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0) return refused(...syntaxFaults(errors, lineCounter));
    const value = reader.read(document.contents);
    return { value, faults: reader.faults, lineOf: (path) => reader.lineOf(path) };
  } catch (error) {
    // The library reads nested values by recursion: a RangeError is a stack that nesting has used up.
    if (!(error instanceof DocumentTooComplex || error instanceof RangeError)) throw error;
    return refused({
      path: '',
      message: 'is too complex: it nests too deeply, or holds too many values or references',
    });
  }
}

/** One slip makes the reader stumble many times, so each line and message counts once. */
function syntaxFaults(errors: readonly YAMLError[], lineCounter: LineCounter): StudyFileFault[] {
  const faults = new Map<string, StudyFileFault>();
  for (const error of errors.slice(0, 1000)) {
    const { line } = lineCounter.linePos(error.pos[0]);
    const message = syntaxMessage(error.code);
    faults.set(`${line} ${message}`, { path: '', message, line });
  }
  return [...faults.values()].slice(0, 20);
}

function refused(...faults: StudyFileFault[]): ReadDocument {
  return { faults, lineOf: () => undefined };
}
