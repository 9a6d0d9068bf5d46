import type { JsonSchema } from '../description/schemaComponents';

/** What a value is, in JSON's words; `link`: the name of a type that is described elsewhere. */
export type TypeText = { name: string; link: string | null; isList: boolean; orNull: boolean };

export type Limit =
  | { kind: 'length' | 'range' | 'items'; min: number | null; max: number | null }
  | { kind: 'values'; values: string[] }
  | { kind: 'default'; value: string }
  | { kind: 'pattern'; pattern: string };

/** One field of an object, or one parameter. */
export type Field = {
  name: string;
  type: TypeText;
  isRequired: boolean;
  description: string | null;
  limits: Limit[];
  fields: Field[];
  /** Where the value is one of several objects: each with what tells it from the others. */
  variants: Variant[];
};
export type Variant = { name: string; fields: Field[] };

const idPattern = '^[0-9A-Za-z_-]{1,64}$';
/** In edit operations: or a name that an earlier operation gave. */
const referencePattern = String.raw`^\$?[0-9A-Za-z_-]{1,64}$`;
/** A longer one nobody reads: the description says it in words, the OpenAPI document exactly. */
const longestPattern = 60;
const refPrefix = '#/components/schemas/';

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
// Limits at the edge of what a number can hold are nobody's choice.
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;

/** The name of the component that a reference leads to, or null. */
export function refName(schema: JsonSchema): string | null {
  return typeof schema.$ref === 'string' ? schema.$ref.slice(refPrefix.length) : null;
}

/** A schema without “or null” around it. */
function withoutNull(schema: JsonSchema): { inner: JsonSchema; orNull: boolean } {
  const options = listOf(schema.anyOf);
  const others = options.filter(({ type }) => type !== 'null');
  const [only] = others;
  if (!only || others.length === options.length || others.length > 1) return { inner: schema, orNull: false };
  return { inner: { ...only, ...(schema.default === undefined ? {} : { default: schema.default }) }, orNull: true };
}

function nameOf(schema: JsonSchema): string {
  if (schema.pattern === idPattern) return 'id';
  if (schema.pattern === referencePattern) return 'id or $name';
  if (schema.format === 'date-time') return 'time (ISO 8601)';
  if (schema.format === 'date') return 'day (YYYY-MM-DD)';
  if (schema.format === 'uri') return 'address';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.oneOf || schema.anyOf) {
    const names = new Set([...listOf(schema.oneOf), ...listOf(schema.anyOf)].map((option) => refName(option) ?? nameOf(option)));
    return [...names].join(' or ');
  }
  return textOf(schema.type) ?? 'any';
}

function limitsOf(schema: JsonSchema): Limit[] {
  const isPatternTold = schema.pattern === idPattern || schema.pattern === referencePattern || schema.format !== undefined;
  const pattern = isPatternTold ? null : textOf(schema.pattern);
  const between = (kind: 'length' | 'range' | 'items', least: unknown, most: unknown): Limit[] => {
    const [min, max] = [numberOf(least), numberOf(most)];
    return min === null && max === null ? [] : [{ kind, min, max }];
  };
  return [
    ...between('length', schema.minLength, schema.maxLength),
    ...between('range', schema.minimum, schema.maximum),
    ...between('items', schema.minItems, schema.maxItems),
    ...(Array.isArray(schema.enum) ? [{ kind: 'values' as const, values: schema.enum.map(String) }] : []),
    ...(pattern === null || pattern.length > longestPattern ? [] : [{ kind: 'pattern' as const, pattern }]),
    ...(schema.default === undefined ? [] : [{ kind: 'default' as const, value: JSON.stringify(schema.default) }]),
  ];
}

function variantsOf(schema: JsonSchema): Variant[] {
  return [...listOf(schema.oneOf), ...listOf(schema.anyOf)]
    .filter(({ type }) => type === 'object')
    .map((option) => {
      const properties = isSchema(option.properties) ? Object.entries(option.properties) : [];
      const mark = properties.find(([, value]) => isSchema(value) && value.const !== undefined);
      const fields = toFields(option).filter((field) => field.name !== mark?.[0]);
      const byFields = fields.map((field) => field.name).join(', ');
      return { name: mark && isSchema(mark[1]) ? `${mark[0]}: ${JSON.stringify(mark[1].const)}` : byFields, fields };
    });
}

/** A named value as a field. */
export function toField(name: string, schema: JsonSchema, isRequired: boolean): Field {
  const { inner, orNull } = withoutNull(schema);
  const isList = inner.type === 'array';
  const item = isList && isSchema(inner.items) ? withoutNull(inner.items).inner : inner;
  const link = refName(item);
  return {
    name,
    type: { name: link ?? nameOf(item), link, isList, orNull },
    isRequired,
    description: textOf(schema.description) ?? textOf(inner.description),
    limits: [...limitsOf(inner), ...(isList ? limitsOf(item) : [])],
    fields: toFields(item),
    variants: variantsOf(item),
  };
}

/** The fields of an object, in the order of its schema. */
export function toFields(schema: JsonSchema): Field[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const properties = isSchema(schema.properties) ? schema.properties : {};
  return Object.entries(properties)
    .filter((entry): entry is [string, JsonSchema] => isSchema(entry[1]))
    .map(([name, value]) => toField(name, value, required.has(name)));
}
