import { ZodPipe } from '../kernel/http/parsed.js';
import { checkStudyFile, parseStudyFile } from './domain/parse-study-file.js';
import { studyFileSchema, type StudyFile } from './domain/study-file.schema.js';
import { StudyFileRefused } from './studies.errors.js';

/** Reads a study file from a body: JSON that was parsed already, or the bytes of YAML. */
export class StudyFilePipe extends ZodPipe<typeof studyFileSchema> {
  constructor() {
    super(studyFileSchema);
  }

  override transform(body: unknown): StudyFile {
    return readStudyFile(body);
  }
}

/** Throws StudyFileRefused with every fault. */
export function readStudyFile(body: unknown): StudyFile {
  const isText = Buffer.isBuffer(body) || typeof body === 'string';
  const result = isText ? parseStudyFile(body.toString('utf8')) : checkStudyFile(body);
  if (!result.ok) throw new StudyFileRefused(result.faults);
  return result.file;
}
