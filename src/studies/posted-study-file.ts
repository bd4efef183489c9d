import { UploadedFile } from '../web/multipart.js';
import { parseStudyFile, type StudyFileResult } from './domain/parse-study-file.js';

export interface PostedStudyFile {
  /** As it was sent, to show again. */
  readonly text: string;
  readonly result: StudyFileResult;
}

/** Reads the study file out of a posted form: the uploaded file, or the pasted text when no file was chosen. */
export function readPostedStudyFile(body: unknown): PostedStudyFile {
  const { file, text } = Object(body) as { file?: unknown; text?: unknown };
  const uploaded = file instanceof UploadedFile ? file.bytes.toString('utf8') : undefined;
  // A browser sends what stands in a text area with CRLF between its lines.
  const source = uploaded ?? (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : '');
  return { text: source, result: parseStudyFile(source) };
}
