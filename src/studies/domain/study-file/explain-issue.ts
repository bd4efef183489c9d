import { z } from 'zod';
import { formatPath, quoteKey, type PathPart, type StudyFileFault } from './fault.js';
import { nearestWord } from './nearest-word.js';

type Issue = z.core.$ZodIssue;

/** What a schema says about a value, as faults that a person can act on. Values never stand in a message. */
export function explainIssue(issue: Issue, schema: z.ZodType): StudyFileFault[] {
  const path = issue.path as PathPart[];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    // Looking for a near word is only worth its time while somebody reads the answers.
    return issue.keys.map((key, index) => ({
      path: formatPath([...path, key]),
      message: unknownKey(key, index < 50 ? known : []),
    }));
  }
  return [{ path: formatPath(path), message: sentence(issue) }];
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'invalid_value':
      return wrongValue(issue.values.map(String), issue.input);
    case 'too_small':
      return issue.origin === 'array'
        ? `must have at least ${issue.minimum} in the list`
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must not be longer than ${maximum} characters`;
  if (origin === 'array') return `must not have more than ${maximum} in the list`;
  return `must be ${maximum} or less`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  const wanted = kinds[expected] ?? expected;
  if (input === null) return `is empty; must be ${wanted}`;
  if (expected === 'string' && typeof input !== 'object') return 'must be text: put it between quotes';
  return `must be ${wanted}`;
}

function wrongValue(values: readonly string[], input: unknown): string {
  if (input === undefined) return 'is missing';
  const near = typeof input === 'string' ? nearestWord(input, values) : undefined;
  const choice = values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`;
  return near === undefined ? choice : `${choice}; did you mean ${near}?`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestWord(key, known);
  return `${quoteKey(key)} is not a key that belongs here${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

function knownKeys(schema: z.ZodType, path: readonly PathPart[]): string[] {
  const found = path.reduce<z.ZodType | undefined>(step, schema);
  const object = unwrap(found);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function step(schema: z.ZodType | undefined, part: PathPart): z.ZodType | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return inner.shape[String(part)] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  return undefined;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
