import fc, { type Arbitrary } from 'fast-check';
import { oddTexts } from '@/tests/builders/schemaArbitrary';
import type { Described } from './description';
import { type Asked, idsOf } from './randomRequest';

/** Values that stand where others are expected. */
const junk = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  { op: 'addCard' },
  '{mapId}',
  '{foreign.mapId}',
  '{foreign.workspaceId}',
  'x'.repeat(20_001),
  'ß'.repeat(501),
  Array.from({ length: 501 }, () => 0),
  ...oddTexts,
);

type Spoiler = (asked: Asked) => Asked;
type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key])),
  ];
}

/** A copy in which one place is another. `undefined` takes it away. */
function put(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? put(item, rest, to) : item));
  const fields = Object.entries(value as object).map(([name, inner]) => [name, name === key ? put(inner, rest, to) : inner]);
  return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined));
}

const inBody: Arbitrary<Spoiler> = fc
  .record({
    dice: fc.nat(),
    value: fc.oneof(junk, fc.constant(undefined)),
    name: fc.constantFrom('extra', '__proto__', 'op', 'id'),
  })
  .map(({ dice, value, name }) => (asked) => {
    if (asked.json === undefined) return { ...asked, json: value ?? null, headers: { 'Content-Type': 'application/json' } };
    const paths = pathsOf(asked.json);
    const path = paths[dice % paths.length] ?? [];
    // Every third time something is added where it stands.
    if (dice % 3 > 0) return { ...asked, json: put(asked.json, path, value) ?? null };
    const added = JSON.parse(
      JSON.stringify(asked.json).replace(/\}$/, `${'{}' === JSON.stringify(asked.json) ? '' : ','}"${name}":1}`),
    );
    return { ...asked, json: added };
  });

const rawBody: Arbitrary<Spoiler> = fc
  .constantFrom<string | Uint8Array>(
    '',
    ' ',
    '{',
    '{"a":',
    'null',
    '[]',
    '"text"',
    'NaN',
    '{"operations":[{"op":"setStepDuration","id":"step1","minutes":1e999}]}',
    '{"name":"a","name":1}',
    '\ufeff{}',
    '['.repeat(20_000),
    '{"a":'.repeat(5_000),
    Uint8Array.of(0xff, 0xfe, 0x00, 0x7b),
    Uint8Array.of(0x7b, 0xc3, 0x28, 0x7d),
    `{"name":"${'x'.repeat(1_200_000)}"}`,
  )
  .map((raw) => ({ json: _, ...asked }) => ({ ...asked, raw }));

const contentType: Arbitrary<Spoiler> = fc
  .constantFrom(
    'text/html',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json-seq',
    ';',
    '',
  )
  .map((type) => (asked) => ({ ...asked, headers: { ...asked.headers, 'Content-Type': type } }));

const queryValues = fc.constantFrom(
  ...oddTexts,
  'true',
  'TRUE',
  '1',
  '-1',
  '0',
  '201',
  '1e400',
  '0x10',
  'NaN',
  'x'.repeat(600),
  '{foreign.workspaceId}',
);
const inQuery = ({ operation }: Described): Arbitrary<Spoiler> => {
  const names = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return fc
    .record({
      name: fc.constantFrom(...names, 'nosuch', '__proto__'),
      value: fc.oneof(queryValues, fc.constant(null)),
      twice: fc.boolean(),
    })
    .map(({ name, value, twice }) => (asked) => {
      const others = asked.query.filter(([other]) => twice || other !== name);
      return { ...asked, query: value === null ? others : [...others, [name, value] as [string, string]] };
    });
};

const inPath = ({ operation }: Described): Arbitrary<Spoiler>[] => {
  const names = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    fc
      .constantFrom(...names)
      .chain((name) =>
        fc
          .constantFrom(
            ...idsOf(name, 'foreign.'),
            ...idsOf(name, 'foreign.'),
            ...idsOf(name, ''),
            ...oddTexts,
            'nosuch',
            'x'.repeat(65),
          )
          .map((value) => (asked: Asked) => ({ ...asked, params: { ...asked.params, [name]: value } })),
      ),
  ];
};

const headers: Arbitrary<Spoiler> = fc
  .constantFrom<[string, string]>(
    ['If-Match', '"nosuch"'],
    ['If-Match', 'W/"x", ,'],
    ['If-Match', ''],
    ['If-None-Match', '*'],
    ['If-None-Match', '\xe9'.repeat(300)],
    ['Idempotency-Key', ''],
    ['Idempotency-Key', 'two words'],
    ['Idempotency-Key', 'k'.repeat(256)],
    ['Idempotency-Key', '\xe9'],
    ['Accept-Language', 'xx;q=9, *;;, de-'],
    ['Accept', 'image/webp'],
    ['Range', 'bytes=0-1'],
    ['Content-Encoding', 'gzip'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Forwarded-For', 'not an address'],
    ['Cookie', 'a=%ff; ='],
    ['X-Request-Id', 'a'.repeat(100)],
    ['Origin', 'https://elsewhere.example'],
  )
  .map(([name, value]) => (asked) => ({ ...asked, headers: { ...asked.headers, [name]: value } }));

/** Ways to make a request to an operation another one than is described; some leave it as good as it was. */
export function spoilersOf(described: Described): Arbitrary<Spoiler> {
  const hasBody = described.operation.requestBody !== undefined;
  return fc.oneof(
    ...(hasBody
      ? [
          { weight: 5, arbitrary: inBody },
          { weight: 2, arbitrary: rawBody },
          { weight: 1, arbitrary: contentType },
        ]
      : []),
    { weight: 2, arbitrary: inQuery(described) },
    { weight: 1, arbitrary: headers },
    ...inPath(described).map((arbitrary) => ({ weight: 3, arbitrary })),
  );
}
