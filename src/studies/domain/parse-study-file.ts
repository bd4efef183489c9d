import { studyFileSchema, type StudyFile } from './study-file.schema.js';
import { checkDuplicates } from './study-file/check-duplicates.js';
import { checkReferences } from './study-file/check-references.js';
import { checkTimes } from './study-file/check-times.js';
import { explainIssue } from './study-file/explain-issue.js';
import type { StudyFileFault } from './study-file/fault.js';
import { outlineSchema } from './study-file/outline.schema.js';
import { readDocument, type StudyFileFormat } from './study-file/read-document.js';

export type StudyFileResult =
  | { readonly ok: true; readonly file: StudyFile }
  | { readonly ok: false; readonly faults: readonly StudyFileFault[] };

/** More faults than this help nobody, and their number must not be in the sender's hands. */
const faultLimit = 200;

/**
 * Reads a study file. Every fault comes back at once, in the order of the file, with its path and, where the
 * text shows it, its line. Quotas that don't add up to the targets are no fault: the reconciliation says so.
 */
export function parseStudyFile(text: string, format: StudyFileFormat = 'auto'): StudyFileResult {
  const document = readDocument(text, format);
  if (!('value' in document)) return refuse(document.faults);
  const { file, faults } = check(document.value);
  if (file !== undefined && document.faults.length === 0) return { ok: true, file };
  const located = faults.map((fault) => ({ ...fault, ...lineOf(fault, document) }));
  return refuse([...document.faults, ...located].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
}

/** The same checks on a value that has been read already; no lines. */
export function checkStudyFile(value: unknown): StudyFileResult {
  const { file, faults } = check(value);
  return file === undefined ? refuse(faults) : { ok: true, file };
}

/** The file is there when nothing is wrong with it. */
function check(value: unknown): { readonly file?: StudyFile; readonly faults: readonly StudyFileFault[] } {
  const parsed = studyFileSchema.safeParse(value, { reportInput: true });
  const outline = outlineSchema.parse(value);
  const faults = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => explainIssue(issue, studyFileSchema)),
    ...checkDuplicates(outline),
    ...checkReferences(outline),
    ...checkTimes(outline),
  ];
  return parsed.success && faults.length === 0 ? { file: parsed.data, faults } : { faults };
}

function lineOf(fault: StudyFileFault, document: { lineOf(path: string): number | undefined }) {
  const line = document.lineOf(fault.path);
  return line === undefined ? {} : { line };
}

function refuse(faults: readonly StudyFileFault[]): StudyFileResult {
  if (faults.length <= faultLimit) return { ok: false, faults };
  const rest = { path: '', message: `number of faults not listed: ${faults.length - faultLimit}` };
  return { ok: false, faults: [...faults.slice(0, faultLimit), rest] };
}
