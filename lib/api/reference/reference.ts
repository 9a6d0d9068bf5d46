import type { OpenApi, Operation } from '../description/openApi';
import type { JsonSchema } from '../description/schemaComponents';
import type { ExampleRequest } from './curl';
import { exampleOf } from './exampleOf';
import { type Field, refName, toField, toFields, type Variant } from './field';

export type Answer = {
  status: string;
  description: string;
  /** The type of the JSON that is answered, described once for all. */
  type: string | null;
  mediaTypes: string[];
  headers: { name: string; description: string }[];
  /** JSON of the form that is answered. */
  example: string | null;
};

export type Body = { type: string | null; mediaTypes: string[]; isRequired: boolean; fields: Field[]; variants: Variant[] };

export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  scope: 'none' | 'read' | 'write';
  parameters: { place: 'path' | 'query' | 'header'; fields: Field[] }[];
  body: Body | null;
  request: ExampleRequest;
  answer: Answer;
  problems: { status: string; description: string }[];
};

export type Chapter = { name: string; description: string; operations: ReferenceOperation[] };
export type NamedType = { name: string; description: string | null; fields: Field[] };
/** One of the operations that a map's content is edited by. */
export type EditOperation = { name: string; group: EditGroup; description: string | null; fields: Field[] };

/** The description of the API in the form in which people read it. */
export type Reference = {
  version: string;
  introduction: string;
  chapters: Chapter[];
  editOperations: EditOperation[];
  problems: { status: string; description: string }[];
  types: NamedType[];
};

/** What an edit operation is about, the most telling word of its name first. */
const groupPatterns = {
  departments: /Department/,
  personas: /Persona/,
  transitions: /Transition/,
  moments: /Moment|Gate/,
  emotions: /Emotion/,
  touchpoints: /Touchpoint/,
  cards: /Cards?/,
  lanes: /Lane/,
  steps: /Steps?/,
  stages: /Stage/,
  map: /./,
} as const;
export type EditGroup = keyof typeof groupPatterns;
/** The order in which they are shown: as on the map, from the whole to its parts. */
export const editGroups = (Object.keys(groupPatterns) as EditGroup[]).reverse();

const operationSuffix = 'Operation';
const asJson = (value: unknown): string => JSON.stringify(value, null, 2);

/** The reference of an API from its OpenAPI document. */
export function toReference(api: OpenApi): Reference {
  const components = api.components.schemas as Record<string, JsonSchema>;
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operation,
      entry: toEntry(method.toUpperCase(), path, operation, components),
    })),
  );
  const chapters = api.tags.map(({ name, description }) => ({
    name,
    description,
    operations: all.filter(({ operation }) => operation.tags[0] === name).map(({ entry }) => entry),
  }));
  const problems = new Map(all.flatMap(({ entry }) => entry.problems.map(({ status, description }) => [status, description])));
  return {
    version: String(api.info.version),
    introduction: String(api.info.description),
    chapters: chapters.filter(({ operations }) => operations.length > 0),
    editOperations: toEditOperations(components),
    problems: [...problems].sort(([a], [b]) => a.localeCompare(b)).map(([status, description]) => ({ status, description })),
    types: toTypes(
      all.map(({ entry }) => entry),
      components,
    ),
  };
}

function toEntry(method: string, path: string, operation: Operation, components: Record<string, JsonSchema>): ReferenceOperation {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const examplesIn = (place: 'path' | 'query') =>
    Object.fromEntries(
      parameters.filter((one) => one.in === place && one.example !== undefined).map((one) => [one.name, String(one.example)]),
    );
  const answer = toAnswer(responses, components);
  const bodyTypes = Object.keys(requestBody?.content ?? {});
  const json = requestBody?.content['application/json'];
  const isFile = requestBody !== undefined && json?.schema === undefined;
  const isFileAnswer = answer.mediaTypes.length > 0 && answer.example === null;
  const places = ['path', 'query', 'header'] as const;
  return {
    ...{ id: operationId, method, path, summary, description: description ?? null, scope: operation['x-scope'] },
    parameters: places
      .map((place) => ({
        place,
        fields: parameters
          .filter((one) => one.in === place)
          .map(({ name, required, description: text, schema }) => toField(name, { ...schema, description: text }, required)),
      }))
      .filter(({ fields }) => fields.length > 0),
    body: requestBody ? toBody(requestBody.required, bodyTypes, json?.schema, components) : null,
    request: {
      ...{ method, path, params: examplesIn('path'), query: examplesIn('query'), body: isFile ? undefined : json?.example },
      file: isFile ? (bodyTypes[0] ?? null) : null,
      output: isFileAnswer
        ? answer.mediaTypes.includes('text/csv')
          ? 'report.csv'
          : `map.${examplesIn('query').format ?? 'bin'}`
        : null,
      needsToken: operation['x-scope'] !== 'none',
    },
    answer,
    problems: Object.entries(responses)
      .filter(([status]) => status >= '400')
      .map(([status, { description: text }]) => ({ status, description: text })),
  };
}

function toBody(
  isRequired: boolean,
  mediaTypes: string[],
  schema: JsonSchema | undefined,
  components: Record<string, JsonSchema>,
): Body {
  const type = schema ? refName(schema) : null;
  const whole = (type === null ? schema : components[type]) ?? {};
  const { fields, variants } = toField('', whole, true);
  return { type, mediaTypes, isRequired, fields, variants };
}

function toAnswer(responses: Operation['responses'], components: Record<string, JsonSchema>): Answer {
  const [status = '', response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const schema = response?.content?.['application/json']?.schema;
  return {
    status,
    description: response?.description ?? '',
    type: schema ? refName(schema) : null,
    mediaTypes: Object.keys(response?.content ?? {}),
    headers: Object.entries((response?.headers ?? {}) as Record<string, { description: string }>)
      .filter(([name]) => !name.startsWith('RateLimit-'))
      .map(([name, { description }]) => ({ name, description })),
    example: schema ? asJson(exampleOf(schema, components)) : null,
  };
}

function toEditOperations(components: Record<string, JsonSchema>): EditOperation[] {
  const options = (components.Operation?.oneOf ?? []) as JsonSchema[];
  return options.map((option) => {
    const typeName = refName(option) ?? '';
    const schema = components[typeName] ?? {};
    const name = typeName.charAt(0).toLowerCase() + typeName.slice(1, -operationSuffix.length);
    const group = (Object.keys(groupPatterns) as EditGroup[]).find((key) =>
      groupPatterns[key].test(typeName.slice(0, -operationSuffix.length)),
    );
    return {
      name,
      group: group ?? 'map',
      description: typeof schema.description === 'string' ? schema.description : null,
      fields: toFields(schema).filter((field) => field.name !== 'op'),
    };
  });
}

/** Every type that an answer is of, or that a body or one of these leads to, in order of their names. */
function toTypes(operations: readonly ReferenceOperation[], components: Record<string, JsonSchema>): NamedType[] {
  const wanted = new Set(operations.flatMap(({ answer }) => (answer.type === null ? [] : [answer.type])));
  wanted.add('Problem');
  const follow = (fields: readonly Field[]): string[] =>
    fields.flatMap(({ type, fields: inner, variants }) => [
      ...(type.link === null ? [] : [type.link]),
      ...[inner, ...variants.map((variant) => variant.fields)].flatMap(follow),
    ]);
  for (const { body } of operations) for (const link of follow(body?.fields ?? [])) wanted.add(link);
  for (const name of wanted) for (const link of follow(toFields(components[name] ?? {}))) wanted.add(link);
  return [...wanted].sort().map((name) => {
    const schema = components[name] ?? {};
    const description = typeof schema.description === 'string' ? schema.description : null;
    return { name, description, fields: toFields(schema) };
  });
}
