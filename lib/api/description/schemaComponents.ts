import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Where a named schema stands in the description. */
const refOf = (name: string): string => `#/components/schemas/${name}`;

// What JSON Schema cannot say is said by what goes in: a text that is trimmed is a text.
const override: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (def.type !== 'pipe') return;
  const { in: before, out: after } = def as z.core.$ZodPipeDef;
  if (after._zod.def.type !== 'transform') return;
  const { $schema: _, ...given } = z.toJSONSchema(before, { io: 'input', unrepresentable: 'any', override });
  Object.assign(jsonSchema, given);
};

/** Turns zod schemas into JSON Schema (2020-12) and gathers those that have a name (`.meta({ id })`) as components. */
export class SchemaComponents {
  readonly named: Record<string, JsonSchema> = {};

  /** The schema as it is read (`input`) or answered (`output`); named parts as references. Throws when one name stands for two schemas. */
  add(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // As part of another one a named schema is a reference, too.
    const whole = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any', override });
    const { $defs = {}, properties } = toComponentRefs(whole) as {
      $defs?: Record<string, JsonSchema>;
      properties: { it: JsonSchema };
    };
    for (const [name, part] of Object.entries($defs)) this.keep(name, part);
    return properties.it;
  }

  private keep(name: string, { id: _, ...schema }: JsonSchema): void {
    const known = this.named[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) throw new Error(`Two schemas are called ${name}.`);
    this.named[name] = schema;
  }
}

function toComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComponentRefs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined;
      return [key, name === undefined ? toComponentRefs(inner) : refOf(name)];
    }),
  );
}
