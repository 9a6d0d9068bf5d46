import type { JsonSchema } from '../description/schemaComponents';
import { refName } from './field';

type Components = Readonly<Record<string, JsonSchema>>;

/** Values that say more than “string”, by the name of their field. */
const texts: Readonly<Record<string, string>> = {
  title: 'Calling customer service',
  persona: 'Jonas',
  name: 'Customer service',
  email: 'priya@example.org',
  text: 'Was it me who made a mistake?',
  label: 'Workshop',
  description: 'From the first ring to the solved problem.',
  url: 'https://maps.example.org/maps/4kQ9vXb2LmT7Ra',
  type: 'urn:wegmarke:problem:notFound',
  reason: 'mapNotFound',
  detail: 'There is no such map (any more), or you have no access to it.',
  order: 'a0',
  channel: 'phone',
  colour: 'slate',
  message: 'The score 9 lies outside 1 … 5; the nearest was taken.',
  code: 'scoreOutOfRange',
  tag: 'hotline',
  address: 'https://example.org/bill',
  delimiter: ';',
  timeZone: 'Europe/Berlin',
  zone: 'Europe/Berlin',
  sentence: 'The times do not say their time zone. They are read as those of Europe/Berlin.',
  fileName: 'answers.csv',
  month: '2026-11',
  day: '2026-11-25',
};
/** What is there only now and then. */
const usuallyNull = new Set(['deletedAt', 'nextCursor']);
/** A record that was deleted is not a good example of one. */
const isSeldomThere = (name: string, { type }: JsonSchema): boolean =>
  name === 'errors' || (name === 'deletedAt' && type === 'number');
const ids: Readonly<Record<string, string>> = {
  id: '4kQ9vXb2LmT7Ra',
  workspaceId: 'Zp3kV8nR1cYt6D',
  userId: 'Hs5wB2xJ9eLq7M',
  stageId: 'Ge1tN6yPa3UkXf',
  stepId: 'Vb7rC4mKz2WhQd',
  laneId: 'Lx8fT1sRj5AoEn',
};

function exampleText(name: string, schema: JsonSchema): string {
  if (schema.pattern === '^[0-9A-Za-z_-]{1,64}$') return ids[name] ?? 'Qn4dY7gUw2BvSc';
  if (schema.format === 'date-time') return '2026-11-25T09:30:00.000Z';
  if (schema.format === 'date') return texts.day ?? '';
  if (schema.format === 'uri') return texts.url ?? '';
  const text = texts[name] ?? '';
  return typeof schema.maxLength === 'number' ? text.slice(0, schema.maxLength) : text;
}

/** A value of this schema that a reader can imagine. Of a list: one item. */
export function exampleOf(schema: JsonSchema, components: Components, name = ''): unknown {
  const ref = refName(schema);
  if (ref !== null) return exampleOf(components[ref] ?? {}, components, name);
  // What a schema cannot say of itself, such as that the largest number lies above the smallest.
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const options = Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : [];
  if (usuallyNull.has(name) && options.some(({ type }) => type === 'null')) return null;
  const [option] = [schema.oneOf, schema.anyOf].flatMap((options) => (Array.isArray(options) ? options : []));
  if (option) return exampleOf(option as JsonSchema, components, name);
  switch (schema.type) {
    case 'string':
      return exampleText(name, schema);
    case 'integer':
    case 'number':
      return schema.default ?? Math.min(Math.max(4, Number(schema.minimum ?? 4)), Number(schema.maximum ?? 4));
    case 'boolean':
      return schema.default ?? true;
    case 'array':
      return [exampleOf((schema.items ?? {}) as JsonSchema, components, name)];
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)
          .filter(([key, value]) => !isSeldomThere(key, value))
          .map(([key, value]) => [key, exampleOf(value, components, key)]),
      );
    default:
      return null;
  }
}
