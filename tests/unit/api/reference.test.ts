import { describe, expect, test } from 'vitest';
import { jsonParts } from '@/components/apiReference/jsonParts';
import { allEndpoints } from '@/lib/api/allEndpoints';
import { describeApi } from '@/lib/api/description/openApi';
import { toCurl } from '@/lib/api/reference/curl';
import { type Field, toField } from '@/lib/api/reference/field';
import { editGroups, type ReferenceOperation, toReference } from '@/lib/api/reference/reference';
import { namedOperations } from '@/lib/document/named/applyOperations';

const reference = toReference(describeApi({ server: 'https://maps.example.org', version: '1.2.3' }));
const operations = reference.chapters.flatMap((chapter) => chapter.operations);

function operation(id: string): ReferenceOperation {
  const found = operations.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
}
const curl = (id: string) => toCurl(operation(id).request, 'https://maps.example.org');
const allFields = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [
    field,
    ...allFields(field.fields),
    ...field.variants.flatMap((variant) => allFields(variant.fields)),
  ]);

describe('the readable reference', () => {
  test('has every endpoint once, and every operation on a map', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
    expect(reference.editOperations.map(({ name }) => name).sort()).toEqual(namedOperations.map(({ name }) => name).sort());
    for (const group of editGroups) expect(reference.editOperations.some((one) => one.group === group)).toBe(true);
  });

  test('leads nowhere that is not on the page', () => {
    const types = new Set([...reference.types.map(({ name }) => name), 'Operation']);
    const fields = [
      ...operations.flatMap((one) => [...one.parameters.flatMap((part) => part.fields), ...(one.body?.fields ?? [])]),
      ...reference.types.flatMap((type) => type.fields),
      ...reference.editOperations.flatMap((one) => one.fields),
    ];
    const links = allFields(fields).flatMap(({ type }) => (type.link === null ? [] : [type.link]));
    for (const link of [...links, ...operations.flatMap(({ answer }) => answer.type ?? [])]) expect(types).toContain(link);
    const statuses = new Set(reference.problems.map(({ status }) => status));
    for (const { problems } of operations) for (const { status } of problems) expect(statuses).toContain(status);
  });

  test('says of each field what it is', () => {
    for (const { name, type } of allFields(reference.editOperations.flatMap((one) => one.fields))) {
      expect(type.name, name).not.toMatch(/^(any|)$/);
    }
    const addCard = reference.editOperations.find(({ name }) => name === 'addCard');
    expect(addCard?.fields.map(({ name }) => name)).toContain('text');
    const places = addCard?.fields
      .find(({ name }) => name === 'at')
      ?.variants.map((variant) => variant.fields.map(({ name }) => name));
    expect(places).toContainEqual(expect.arrayContaining(['stepId', 'laneId']));
    expect(addCard?.fields.find(({ name }) => name === 'as')).toMatchObject({ isRequired: false });
  });

  // A reader copies them: what the page shows as an answer must be one.
  test('shows answers that have the form of the answer', () => {
    for (const endpoint of allEndpoints) {
      const { example } = operation(endpoint.id).answer;
      if (!endpoint.answer.schema) expect(example).toBeNull();
      else expect(endpoint.answer.schema.safeParse(JSON.parse(example ?? '')).error, endpoint.id).toBeUndefined();
    }
  });
});

describe('a field', () => {
  test.each([
    [{ type: 'string', minLength: 1, maxLength: 200 }, 'string', [{ kind: 'length', min: 1, max: 200 }]],
    [{ type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$' }, 'id', []],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer', []],
    [
      { type: 'integer', minimum: 1, default: 50 },
      'integer',
      [
        { kind: 'range', min: 1, max: null },
        { kind: 'default', value: '50' },
      ],
    ],
    [{ type: 'string', enum: ['a', 'b'] }, 'string', [{ kind: 'values', values: ['a', 'b'] }]],
    [{ type: 'string', pattern: '^#[0-9a-f]{6}$' }, 'string', [{ kind: 'pattern', pattern: '^#[0-9a-f]{6}$' }]],
    [{ oneOf: [{ type: 'number' }, { type: 'string' }] }, 'number or string', []],
  ])('%j', (schema, name, limits) => {
    const field = toField('x', schema, true);
    expect(field.type).toEqual({ name, link: null, isList: false, orNull: false });
    expect(field.limits).toEqual(limits);
  });

  test('that may be null, is a list, or one of several objects', () => {
    const time = { type: 'string', format: 'date-time', pattern: 'long' };
    expect(toField('x', { anyOf: [time, { type: 'null' }] }, true).type).toMatchObject({ name: 'time (ISO 8601)', orNull: true });
    const list = { type: 'array', maxItems: 5, items: { $ref: '#/components/schemas/Card' } };
    expect(toField('x', list, true)).toMatchObject({
      ...{ type: { name: 'Card', link: 'Card', isList: true }, limits: [{ kind: 'items', min: null, max: 5 }] },
    });
    const object = (kind: string) => ({ type: 'object', properties: { kind: { const: kind }, size: { type: 'number' } } });
    expect(toField('x', { oneOf: [object('a'), object('b')] }, true).variants).toMatchObject([
      { name: 'kind: "a"', fields: [{ name: 'size' }] },
      { name: 'kind: "b"', fields: [{ name: 'size' }] },
    ]);
  });
});

describe('an example request', () => {
  test('is a command that a shell takes as it stands', () => {
    expect(curl('listMaps')).toBe(
      'curl "https://maps.example.org/api/v1/maps?limit=10" \\\n  -H "Authorization: Bearer $WEGMARKE_TOKEN"',
    );
    expect(curl('exportMap')).toContain('/maps/$MAP_ID/export?format=pdf&');
    expect(curl('exportMap')).toMatch(/-o map\.pdf$/);
    expect(curl('createMap')).toContain(`"workspaceId": "'$WORKSPACE_ID'"`);
    expect(curl('deleteMap')).toMatch(/^curl -X DELETE "/);
  });

  test('keeps a quote of its body inside the shell’s quotes', () => {
    const request = { ...operation('renameWorkspace').request, body: { name: "Anna's" } };
    expect(toCurl(request, '')).toContain(String.raw`"name": "Anna'\''s"`);
  });
});

test('JSON in colours is the same JSON', () => {
  const text = JSON.stringify({ a: [1, -2.5, true, null], 'b"c': 'x: "y", 3', d: '' }, null, 2);
  const parts = jsonParts(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ kind }) => kind === 'key').map((part) => part.text)).toEqual(['"a"', '"b\\"c"', '"d"']);
  expect(parts.filter(({ kind }) => kind === 'value').map((part) => part.text)).toEqual(['1', '-2.5', 'true', 'null']);
  expect(parts.filter(({ kind }) => kind === 'string').map((part) => part.text)).toEqual(['"x: \\"y\\", 3"', '""']);
});
