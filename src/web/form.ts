import { z } from 'zod';
import type { Fault } from '../kernel/http/domain-error.js';
import { faultsOf } from '../kernel/http/parsed.js';
import type { Language } from '../kernel/text/language.js';
import { plainFault } from './domain/plain-fault.js';

/** What somebody typed, as it was typed: to show the form again with it. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

export type FormResult<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly given: Given };

/**
 * Reads a posted form. Faults come back in the reader's language, so that the page can be shown again with them and
 * with what was typed. Empty fields count as absent; a schema's own `error` text goes before the general one.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  language: Language,
): FormResult<z.output<Schema>> {
  // A file as the whole body is no form; listing its bytes as fields would take all memory there is.
  const given = (ArrayBuffer.isView(body) ? {} : Object(body)) as Given;
  const filled = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => name !== '_csrf' && value !== ''),
  );
  const result = schema.safeParse(filled, { error: (issue) => plainFault(issue, language) });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, faults: faultsOf(result.error), given };
}
