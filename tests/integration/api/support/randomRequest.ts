import fc, { type Arbitrary } from 'fast-check';
import { siteSchema } from '@/lib/http/site';
import { toMapFile } from '@/lib/interchange/mapFile';
import { fileBaseline } from '@/tests/builders/fileBaseline';
import { mapBuilder, smallMap } from '@/tests/builders/map';
import { idsFor } from '@/tests/builders/operationReferences';
import { type ArbitraryOptions, arbitraryOf, type JsonSchema } from '@/tests/builders/schemaArbitrary';
import type { Described, Description } from './description';
import { content } from './scene';

/**
 * A request before it is sent, with `{mapId}` and `{foreign.mapId}` in place of ids: which ones these are, only the scene knows, so that a seed
 * gives the same requests each time. `raw` is sent as it stands.
 */
export type Asked = {
  method: string;
  params: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  json?: unknown;
  raw?: string | Uint8Array;
};

const idPattern = '^[0-9A-Za-z_-]{1,64}$';
const referencePattern = String.raw`^\$?[0-9A-Za-z_-]{1,64}$`;

/** What an id by this name can stand for, besides what the example says. */
const kinds: [RegExp, string[]][] = [
  [/template/i, ['templateId']],
  [/workspace/i, ['workspaceId', 'otherWorkspaceId', 'deletedWorkspaceId']],
  [/map/i, ['mapId', 'futureMapId', 'deletedMapId']],
  [/user/i, ['memberId', 'ownerId']],
  [/joinLink/i, ['joinLinkId']],
  [/viewLink/i, ['viewLinkId']],
  [/invitation/i, ['invitationId']],
  [/file/i, ['fileId']],
  [/source/i, ['sourceId', 'ticketsId']],
  [/category|parent|moveTo/i, ['categoryId']],
  [/rule|after/i, ['ruleId']],
  [/import/i, ['importId']],
  [/signOff|insteadOf/i, ['signOffId']],
  [/signature/i, ['signatureId']],
  [/department/i, ['departmentId']],
];
export function idsOf(name: string, side: '' | 'foreign.'): string[] {
  const names = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? ['mapId'];
  return names.map((each) => `{${side}${each}}`);
}

/** Files; most of them make a map. */
const files = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'journey\n  title Calling\n  section Before\n    Sees the bill: 2: Petra\n    Calls: 1: Petra, Max',
      'journey\n  section 😀\n    a: 9: \n    : 3: x',
      JSON.stringify(smallMap()),
      JSON.stringify(mapBuilder({ title: 'Empty' }).toMap()),
      toMapFile(mapBuilder({ kind: 'future' }).toMap(), { baseline: fileBaseline() }),
    ),
  },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom('{', '{"format":"wegmarke"}', '\u0000'), fc.string({ unit: 'grapheme' })) },
);

const mapOfScene = content('Service');

/** `own`: only ids of the asking person's own, as the examples name them, so that nothing speaks against the request. */
export type Aim = 'own' | 'any';

function specials(example: unknown, aim: Aim): ArbitraryOptions['special'] {
  return (place, schema) => {
    const name = place.at(-1) ?? '';
    if (schema.pattern === referencePattern) {
      const operation = place.find((part) => part !== 'operations') ?? '';
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...idsFor(mapOfScene, operation, name)) },
        { weight: 1, arbitrary: fc.constantFrom('$made', 'nosuch') },
      );
    }
    // A version is one that the map has: its first.
    if ((name === 'from' || name === 'to') && String(schema.pattern).includes('live')) return sides(aim);
    if (name === 'compare') return fc.tuple(sides(aim), sides(aim)).map((pair) => pair.join('..'));
    if (schema.type === 'integer' && (name === 'number' || name === 'version' || name === 'against'))
      return aim === 'own' ? fc.constant(1) : fc.integer({ min: 1, max: 3 });
    if (name === 'as') return fc.constantFrom('made', 'other');
    if (schema.pattern === idPattern) {
      // The other kinds of sources name no record.
      if (place.join('.') === 'source.id')
        return fc.constantFrom('{templateId}', ...(aim === 'own' ? [] : ['{foreign.templateId}', 'nosuch']));
      const exemplary = typeof example === 'string' ? example : valueAt(example, place);
      if (aim === 'own' && typeof exemplary === 'string') return fc.constant(exemplary);
      return fc.constantFrom(...idsOf(name, ''), ...(aim === 'own' ? [] : idsOf(name, 'foreign.')), 'nosuch');
    }
    if (name === 'email')
      return fc.emailAddress({ size: 'small' }).filter((text) => new RegExp(String(schema.pattern)).test(text));
    // What a pattern cannot say: not every name that begins with xn-- is one.
    if (name === 'embedSites' && schema.type === 'string')
      return fc.stringMatching(new RegExp(String(schema.pattern))).filter((text) => siteSchema.safeParse(text).success);
    if (place.join('.') === 'source.text') return files;
    return undefined;
  };
}

/** Sides of a comparison, of the asked map and of others. */
const sides = (aim: Aim): Arbitrary<string> =>
  fc.constantFrom(
    ...['live', '1', '{mapId}@live', '{mapId}@1', '{futureMapId}@baseline'],
    ...(aim === 'own' ? [] : ['{foreign.mapId}@live', '{foreign.mapId}@1', '{deletedMapId}@live', 'nosuch@1']),
    ...(aim === 'own' ? [] : ['baseline', '{foreign.futureMapId}@baseline']),
  );

function valueAt(value: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}

/** Requests that are just as an operation is described. */
export function requestsTo(described: Described, description: Description, aim: Aim): Arbitrary<Asked> {
  const { operation, method } = described;
  const resolve = (schema: JsonSchema): JsonSchema => description.resolve(schema);
  const of = (place: 'path' | 'query' | 'header') => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    const values = parameters.map(({ name, schema, example }) => [
      name,
      typeof example === 'string' && example.startsWith('{') && aim === 'own'
        ? fc.constant(example)
        : arbitraryOf(schema, { resolve, special: specials(example, aim) }, [name]).map(String),
    ]);
    const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true }) as Arbitrary<Record<string, string>>;
  };
  return fc
    .record({ params: of('path'), query: of('query'), headers: of('header'), body: bodies(described, resolve, aim) })
    .map(({ params, query, headers, body }) => ({
      ...{ method, params },
      // Documented: no query holds U+0000.
      query: Object.entries(query).filter(([, value]) => !value.includes('\u0000')),
      ...body,
      headers: { ...sendable(headers), ...body.headers },
    }));
}

/** Headers are Latin-1 on the wire, and Node sends no others. */
function sendable(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)));
}

type Body = Pick<Asked, 'json' | 'raw'> & { headers: Record<string, string> };

function bodies({ operation }: Described, resolve: ArbitraryOptions['resolve'], aim: Aim): Arbitrary<Body> {
  const { content: contents = {}, required = false } = operation.requestBody ?? {};
  const types = Object.keys(contents);
  const none: Body = { headers: {} };
  if (types.length === 0) return fc.constant(none);
  const json = contents['application/json'];
  if (!json?.schema) {
    return fc.record({ raw: files, type: fc.constantFrom(...types) }).map(({ raw, type }) => ({
      raw,
      headers: { 'Content-Type': type },
    }));
  }
  const values = fc
    .tuple(arbitraryOf(json.schema, { resolve, special: specials(json.example, aim) }), fc.nat(3))
    .map(withFewNames);
  const given = values.map((value): Body => ({ json: value, headers: { 'Content-Type': 'application/json' } }));
  return required ? given : fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: fc.constant(none) });
}

/** Most operations make nothing that a name could stand for, and are refused with one: only now and then names stay. */
function withFewNames([body, dice]: [unknown, number]): unknown {
  const { operations } = (body ?? {}) as { operations?: { as?: string }[] };
  if (dice === 0 || !operations) return body;
  return { operations: operations.map(({ as: _, ...operation }) => operation) };
}

/** The request that the description shows as an example. */
export function exampleOf({ operation, method }: Described): Asked {
  const valuesOf = (place: 'path' | 'query') =>
    operation.parameters
      .filter((parameter) => parameter.in === place && parameter.example !== undefined)
      .map(({ name, example }): [string, string] => [name, String(example)]);
  const [type, { example = undefined } = {}] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const body = typeof example === 'string' ? { raw: example } : example === undefined ? {} : { json: example };
  return {
    ...{ method, params: Object.fromEntries(valuesOf('path')), query: valuesOf('query') },
    headers: type === undefined ? {} : { 'Content-Type': type },
    ...body,
  };
}
