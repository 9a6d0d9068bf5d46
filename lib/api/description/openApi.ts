import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import { statusOfCode } from '@/lib/http/problem';
import { allEndpoints } from '../allEndpoints';
import { type Endpoint, tags } from '../endpoint';
import { onceKeyForm } from '../once';
import { problemSchema } from '../schemas/problem';
import { type JsonSchema, SchemaComponents } from './schemaComponents';

/** An OpenAPI 3.1 document. */
export type OpenApi = {
  openapi: '3.1.0';
  info: Record<string, unknown>;
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, unknown>;
  security: Record<string, string[]>[];
};

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
  example?: unknown;
};

type Content = Record<string, { schema?: JsonSchema; example?: unknown }>;

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; headers?: Record<string, unknown>; content?: Content }>;
  security?: Record<string, string[]>[];
  'x-scope': 'none' | 'read' | 'write';
};

/** What can go wrong whatever the endpoint does, by how it is called. */
function problemsOfCalling({ method, access, body }: Endpoint): ErrorCode[] {
  return [
    'invalid',
    'tooMany',
    ...(access === 'none' ? [] : (['unauthenticated'] as const)),
    // The token only reads, or a page of another site asks.
    ...(method === 'GET' ? [] : (['forbidden'] as const)),
    ...(body ? (['tooLarge', 'unsupportedMedia'] as const) : []),
  ];
}

const problemSentences: Record<ErrorCode, string> = {
  invalid: 'The request does not have the expected form; `errors` says where.',
  unauthenticated: 'No token, or one that is not valid (any more).',
  forbidden: 'The person, or the token’s scope, does not allow it.',
  notFound: 'There is no such thing, or none that the person may know of.',
  methodNotAllowed: 'The address does not take this method.',
  conflict: 'The state of things does not allow it.',
  preconditionFailed: 'The record is another one than If-Match names.',
  tooLarge: 'Larger than the server accepts.',
  unsupportedMedia: 'The body has another media type than the address takes.',
  tooMany: 'Too many requests; Retry-After says how many seconds to wait.',
};

const introduction = [
  'Everything that people can do with maps, programs can do too.',
  'A request carries a personal access token: `Authorization: Bearer wgm_…`. People make tokens on their account page, administrators by `npm run token`. A token acts for its person: it sees and may do what they may, or only reads.',
  'Errors are problem documents (RFC 9457) with a sentence in the language of `Accept-Language` (English or German). Lists come in pages: `nextCursor` of one is `cursor` of the next.',
  'Answers to reading carry an `ETag`; `If-None-Match` saves reading again what is unchanged, and `If-Match` lets a change happen only to what was read. Creations heed an `Idempotency-Key` for a day: sent again with the same key, they answer with the record that was made first.',
  'Fields and parameters that are not described are refused. Text is Unicode without U+0000: a query that holds it is refused, and it is left out of what is stored. Lengths count UTF-16 code units.',
].join('\n\n');

/** Describes the whole API, from the very schemas that validate its requests. `server`: the address that it is reached under. */
export function describeApi({ server, version }: { server: string; version: string }): OpenApi {
  const components = new SchemaComponents();
  const problem = components.add(problemSchema, 'output');
  const paths: OpenApi['paths'] = {};
  for (const endpoint of allEndpoints) {
    const methods = paths[endpoint.path] ?? {};
    paths[endpoint.path] = methods;
    methods[endpoint.method.toLowerCase()] = toOperation(endpoint, components, problem);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Wegmarke', version, description: introduction, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: `${server}/api/v1` }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components.named,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'wgm_…', description: 'A personal access token.' },
      },
    },
    security: [{ token: [] }],
  };
}

function toOperation(endpoint: Endpoint, components: SchemaComponents, problem: JsonSchema): Operation {
  const { id, tag, summary, description, access, example } = endpoint;
  const codes = [...new Set([...problemsOfCalling(endpoint), ...endpoint.problems])];
  const problems = codes
    .map((code) => ({ status: String(statusOfCode(code)), description: problemSentences[code] }))
    .sort((a, b) => a.status.localeCompare(b.status));
  const unchanged: Operation['responses'] =
    endpoint.conditional && endpoint.method === 'GET' ? { '304': { description: 'Unchanged since If-None-Match.' } } : {};
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...toParameters('path', endpoint.params, components, example?.params),
      ...toParameters('query', endpoint.query, components, example?.query),
      ...headersOf(endpoint),
    ],
    ...(endpoint.body ? { requestBody: toBody(endpoint.body, components, example?.body) } : {}),
    responses: {
      [endpoint.answer.status]: toAnswer(endpoint, components),
      ...unchanged,
      ...Object.fromEntries(
        problems.map(({ status, description: sentence }) => [
          status,
          { description: sentence, content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
    },
    ...(access === 'none' ? { security: [] } : {}),
    'x-scope': access,
  };
}

function toParameters(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  components: SchemaComponents,
  examples: Record<string, string> = {},
): Parameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...json } = components.add(field as z.ZodType, 'output');
    return {
      name,
      in: place,
      required: !z.safeParse(field, undefined).success,
      ...(typeof description === 'string' ? { description } : {}),
      schema: json,
      ...(examples[name] === undefined ? {} : { example: examples[name] }),
    };
  });
}

function headersOf({ method, conditional, idempotent }: Endpoint): Parameter[] {
  const header = (name: string, description: string, pattern?: RegExp): Parameter => ({
    ...{ name, in: 'header', required: false, description },
    schema: { type: 'string', ...(pattern ? { pattern: pattern.source } : {}) },
  });
  return [
    ...(idempotent
      ? [header('Idempotency-Key', 'A key of the program’s own, 1–255 printable ASCII characters without spaces.', onceKeyForm)]
      : []),
    ...(conditional && method === 'GET' ? [header('If-None-Match', 'The ETag of what is known already.')] : []),
    ...(conditional && method !== 'GET' ? [header('If-Match', 'The ETag of what was read.')] : []),
  ];
}

function toBody(body: NonNullable<Endpoint['body']>, components: SchemaComponents, example: unknown): Operation['requestBody'] {
  if (body.kind !== 'json') {
    // The first media type is that of the example.
    const contents = body.mediaTypes.map((type, index) => [type, index === 0 && example !== undefined ? { example } : {}]);
    return { required: true, content: Object.fromEntries(contents) };
  }
  const schema = components.add(body.schema, 'input');
  const content = { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
  return { required: body.required !== false, content };
}

function toAnswer({ answer, conditional, method }: Endpoint, components: SchemaComponents): Operation['responses'][string] {
  const headers = {
    ...answer.headers,
    ...(conditional && method === 'GET' ? { ETag: 'Names this very answer.' } : {}),
    'RateLimit-Limit': 'Requests in a minute.',
    'RateLimit-Remaining': 'How many of them are left.',
    'RateLimit-Reset': 'Seconds until all of them are there again.',
  };
  const content: Content | undefined = answer.schema
    ? { 'application/json': { schema: components.add(answer.schema, 'output') } }
    : answer.mediaTypes && Object.fromEntries(answer.mediaTypes.map((type) => [type, {}]));
  return {
    description: answer.description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
    ),
    ...(content ? { content } : {}),
  };
}
