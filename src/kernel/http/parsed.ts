import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { InvalidInput, Malformed, NotFound, Unsupported, type Fault } from './domain-error.js';

/** Parses one argument of a handler. The schema is public: the OpenAPI document is made from it. */
export class ZodPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.output<Schema>> {
  constructor(readonly schema: Schema) {}

  transform(value: unknown, { type }: ArgumentMetadata): z.output<Schema> {
    // Else each of its bytes would be looked at as a property.
    if (ArrayBuffer.isView(value))
      throw new Unsupported('unsupported-media-type', 'A file is not accepted here.');
    const result = this.schema.safeParse(value ?? (type === 'body' ? undefined : {}));
    if (result.success) return result.data;
    throw refusal(type, faultsOf(result.error));
  }
}

/** `@Body(parsed(schema)) body: z.output<typeof schema>`; also for `@Query` and `@Param`. */
export const parsed = <Schema extends z.ZodType>(schema: Schema): ZodPipe<Schema> => new ZodPipe(schema);

export const faultsOf = (error: z.core.$ZodError): readonly Fault[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));

function refusal(type: ArgumentMetadata['type'], faults: readonly Fault[]) {
  if (type === 'param') return new NotFound('not-found', 'There is nothing at this address.');
  if (type === 'query')
    return new Malformed('malformed-query', 'The query of this address cannot be read.', { faults });
  return new InvalidInput('invalid-input', 'What was sent does not have the form that is asked.', { faults });
}
