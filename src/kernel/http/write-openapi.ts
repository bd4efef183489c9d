import { z } from 'zod';
import type { RouteDescription } from './routes.js';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Json;
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string' },
          message: { type: 'string' },
          row: { type: 'integer' },
          column: { type: 'string' },
        },
      },
    },
  },
};

/** OpenAPI 3.1 (its schemas are JSON Schema 2020-12) from what the routes say of themselves. */
export function writeOpenApi(routes: readonly RouteDescription[]): OpenApi {
  const schemas: Record<string, unknown> = { Problem: problemSchema };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Veldwerk', version: '1', description: 'Planning and fieldwork of interview studies.' },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}

function operationOf(route: RouteDescription, schemas: Record<string, unknown>): Json {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => toJsonSchema(schema, io, schemas);
  return {
    operationId: `${route.tag}_${route.name}`,
    tags: [route.tag],
    ...(route.answer ? { summary: route.answer.summary } : {}),
    ...(route.isPublic ? { security: [] } : { security: [{ bearer: [] }] }),
    parameters: [...pathParameters(route), ...queryParameters(route, schemaOf)],
    ...requestBodyOf(route, schemaOf),
    responses: responsesOf(route, schemaOf),
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function pathParameters({ path, params }: RouteDescription): readonly Json[] {
  const shape = params instanceof z.ZodObject ? params.shape : {};
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: (shape[name] as z.ZodType | undefined)?.description,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: RouteDescription, schemaOf: SchemaOf): readonly Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBodyOf({ path, body, answer }: RouteDescription, schemaOf: SchemaOf): Json {
  const parsedAs = path.startsWith('/api') ? 'application/json' : 'application/x-www-form-urlencoded';
  const files = (answer?.accepts ?? []).map((type) => [type, {}] as const);
  const content = {
    ...(body ? { [parsedAs]: { schema: schemaOf(body, 'input') } } : {}),
    ...Object.fromEntries(files),
  };
  return Object.keys(content).length === 0 ? {} : { requestBody: { required: true, content } };
}

function responsesOf({ answer, path }: RouteDescription, schemaOf: SchemaOf): Json {
  const mediaType = answer?.mediaType ?? (path.startsWith('/api') ? 'application/json' : 'text/html');
  const content = answer?.schema
    ? { [mediaType]: { schema: schemaOf(answer.schema, 'output') } }
    : answer?.mediaType && { [mediaType]: {} };
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    [answer?.status ?? 200]: { description: answer?.summary ?? 'Done', ...(content ? { content } : {}) },
    default: { description: 'Refused, and why', content: problem },
  };
}

/** Named parts (`.meta({ id })`) move to the components, so that a name stands once in the document. */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, unknown>): Json {
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: asInstant });
  const move = (part: unknown): Json =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
  for (const [name, part] of Object.entries($defs ?? {})) schemas[name] = move(part);
  return move(own);
}

function asInstant({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }): void {
  if (zodSchema instanceof z.ZodDate) Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
}
