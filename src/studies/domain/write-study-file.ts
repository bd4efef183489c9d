import { Document, isCollection, visit, type ScalarTag } from 'yaml';
import { studyFileSchema, type StudyFile } from './study-file.schema.js';

/**
 * Writes a study file as YAML that reads back equal, its keys in the order of the schema. Small groups stand
 * on one line. Throws when the value is not a study file: what is stored must be exportable.
 */
export function writeStudyFile(file: StudyFile): string {
  const ordered = studyFileSchema.parse(file);
  const document = new Document(ordered, { compat: [misread], aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, node) {
      node.flow = fitsOnOneLine(node.toJS(document));
    },
    Scalar(_key, node, path) {
      const onOneLine = path.some((around) => isCollection(around) && around.flow === true);
      if (onOneLine && typeof node.value === 'string' && punctuation.test(node.value))
        node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Text that a YAML 1.1 reader would take for a number, a time of day or a truth value; it gets quotes. */
const misread: ScalarTag = {
  tag: 'tag:yaml.org,2002:misread',
  default: true,
  test: /^(?:yes|no|on|off|=|<<|[-+]?[\d_,.]+(?::[\d_.:]+)?|0b[01_]+|0x[\da-f_]+)$/i,
  resolve: (text) => text,
};

/** Other readers are stricter than the standard about these between braces. */
const punctuation = /[^\p{L}\p{N} .@_-]/u;

const oneLine = 160;

/** Short, without groups inside and without text of several lines. */
function fitsOnOneLine(value: unknown): boolean {
  const json = JSON.stringify(value);
  return json.length <= oneLine && !json.includes('{', 1) && !json.includes('\\n');
}
