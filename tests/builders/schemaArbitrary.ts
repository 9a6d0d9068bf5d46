import fc, { type Arbitrary } from 'fast-check';

export type JsonSchema = Record<string, unknown>;

export type ArbitraryOptions = {
  /** The schema that a reference leads to; any other schema as it is. */
  resolve: (schema: JsonSchema) => JsonSchema;
  /**
   * Values for a place that the schema alone does not give well, such as ids of what is there. The place: the names on the way there, and the
   * name of the operation (`op`) that it belongs to.
   */
  special?: (place: readonly string[], schema: JsonSchema) => Arbitrary<unknown> | undefined;
};

/** Texts that programs send by mistake or in anger; each is one that JSON can carry. */
export const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\ufeff\u202eabc',
  '😀👩‍👩‍👧',
  'a\r\nb\tc\u0085\u2028',
  '__proto__',
  'constructor',
  '$step',
  '{mapIdOfNobody}',
  "'; drop table journey_map; --",
  '<script>alert(1)</script>',
  '%00%ff',
  '../../etc/passwd',
  'null',
  '%s %n {0}',
  '\\',
  '%',
  '_',
];

const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? (value as JsonSchema[]) : []);
const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Values that a JSON Schema (2020-12, as the API's description uses it) allows. Throws for what it does not know. */
export function arbitraryOf(given: JsonSchema, options: ArbitraryOptions, place: readonly string[] = []): Arbitrary<unknown> {
  const schema = options.resolve(given);
  const special = options.special?.(place, schema);
  if (special) return special;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, options, place)));
  switch (schema.type) {
    case 'object':
      return objects(schema, options, place);
    case 'array':
      return arrays(schema, options, place);
    case 'string':
      return texts(schema);
    case 'integer':
      return integers(schema);
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`There are no random values for ${JSON.stringify(schema)} at ${place.join('.')}.`);
  }
}

function objects(schema: JsonSchema, options: ArbitraryOptions, place: readonly string[]): Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const operation = properties.op && options.resolve(properties.op).const;
  const here = typeof operation === 'string' ? [...place, operation] : place;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, arbitraryOf(inner, options, [...here, name])]),
  );
  return fc.record(fields, { requiredKeys: (schema.required ?? []) as string[], noNullPrototype: true });
}

function arrays(schema: JsonSchema, options: ArbitraryOptions, place: readonly string[]): Arbitrary<unknown> {
  const minLength = numberOf(schema.minItems, 0);
  const maxLength = Math.min(numberOf(schema.maxItems, minLength + 3), minLength + 3);
  return fc.array(arbitraryOf(schema.items as JsonSchema, options, place), { minLength, maxLength });
}

/** Texts of a schema. Lengths are in UTF-16 code units, as the API's description says; odd ones are among them wherever they are allowed. */
function texts(schema: JsonSchema): Arbitrary<string> {
  const [least, most] = [numberOf(schema.minLength, 0), numberOf(schema.maxLength, 40)];
  const pattern = typeof schema.pattern === 'string' ? new RegExp(schema.pattern, 'u') : /(?:)/u;
  const fits = (text: string): boolean => text.length >= least && text.length <= most && pattern.test(text);
  if (schema.format === 'date') return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-12-31') }).map(dayOf);
  const longest = ['x'.repeat(most), 'ß'.repeat(most)].filter(fits);
  const odd = oddTexts.filter(fits);
  return fc.oneof(
    { weight: 3, arbitrary: plainTexts(schema, least, Math.min(most, 30)).filter(fits) },
    ...(odd.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...odd) }] : []),
    ...(longest.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...longest) }] : []),
  );
}

function plainTexts(schema: JsonSchema, minLength: number, maxLength: number): Arbitrary<string> {
  if (typeof schema.pattern !== 'string') return fc.string({ minLength, maxLength, unit: 'grapheme' });
  try {
    return fc.stringMatching(new RegExp(schema.pattern, 'u'));
  } catch {
    // What looks ahead cannot be turned round.
    return fc.string({ minLength: 1, maxLength, unit: 'grapheme' });
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function integers({ minimum, maximum }: JsonSchema): Arbitrary<number> {
  const [min, max] = [numberOf(minimum, -1_000_000), numberOf(maximum, Number.MAX_SAFE_INTEGER)];
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min, max: Math.min(max, min + 5) }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
}

function numbers({ minimum, maximum }: JsonSchema): Arbitrary<number> {
  const [min, max] = [numberOf(minimum, -1e308), numberOf(maximum, 1e308)];
  return fc.oneof(
    { weight: 3, arbitrary: fc.double({ min: Math.max(min, -1000), max: Math.min(max, 1000), noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
}
