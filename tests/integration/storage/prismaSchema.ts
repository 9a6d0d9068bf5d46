import { readFileSync } from 'node:fs';

/** A table as prisma/schema.prisma wants it, in the words of PostgreSQL's catalogue. */
export type WantedTable = {
  name: string;
  columns: Record<string, { type: string; notNull: boolean; default: string | null }>;
  /** Constraints and indexes by name, as PostgreSQL spells them out. */
  constraints: Record<string, string>;
  indexes: Record<string, string>;
};

type Field = { name: string; type: string; list: boolean; optional: boolean; attributes: string };
type Model = { name: string; table: string; fields: Field[]; blockAttributes: string[] };

const types: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
  Float: 'double precision',
  DateTime: 'timestamp(3) without time zone',
};
const actions: Record<string, string> = { Cascade: 'CASCADE', SetNull: 'SET NULL', Restrict: 'RESTRICT', NoAction: 'NO ACTION' };

/**
 * Reads the schema with Prisma's own rules for names and defaults. Only what our schema uses is understood; anything else throws, so that
 * nothing goes unchecked. (Prisma's engine, which could compare by itself, cannot be downloaded everywhere.)
 */
export function readWantedTables(file: string): WantedTable[] {
  const models = parseModels(readFileSync(file, 'utf8'));
  const byName = new Map(models.map((model) => [model.name, model]));
  return models.map((model) => toTable(model, byName));
}

function parseModels(text: string): Model[] {
  return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => {
    const lines = body
      .split('\n')
      .map((line) => line.replace(/\s*\/\/.*$/, '').trim())
      .filter((line) => line !== '');
    const blockAttributes = lines.filter((line) => line.startsWith('@@'));
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    const fields = lines
      .filter((line) => !line.startsWith('@@'))
      .map((line) => {
        const match = /^(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/.exec(line);
        if (!match) throw new Error(`Not understood in model ${name}: ${line}`);
        const [, fieldName = '', type = '', list, optional, attributes = ''] = match;
        return { name: fieldName, type, list: list !== undefined, optional: optional !== undefined, attributes };
      });
    return { name, table, fields, blockAttributes };
  });
}

function columnName(model: Model, field: string): string {
  const found = model.fields.find((candidate) => candidate.name === field);
  if (!found) throw new Error(`Model ${model.name} has no field ${field}.`);
  return /@map\("(\w+)"\)/.exec(found.attributes)?.[1] ?? field;
}

const listed = (text: string | undefined): string[] => (text ?? '').split(',').map((name) => name.trim());

function toTable(model: Model, models: Map<string, Model>): WantedTable {
  const table: WantedTable = { name: model.table, columns: {}, constraints: {}, indexes: {} };
  for (const field of model.fields) {
    if (models.has(field.type)) addRelation(table, model, field, models);
    else addColumn(table, model, field);
  }
  for (const attribute of model.blockAttributes) {
    const match = /^@@(id|index|unique|map)\((?:\[([^\]]+)\]|"\w+")\)$/.exec(attribute);
    if (!match) throw new Error(`Not understood in model ${model.name}: ${attribute}`);
    const descending = '(sort: Desc)';
    const columns = listed(match[2]).map((name) =>
      name === '' ? '' : `${columnName(model, name.replace(descending, ''))}${name.endsWith(descending) ? ' DESC' : ''}`,
    );
    if (match[1] === 'id') addPrimaryKey(table, columns);
    if (match[1] === 'index') addIndex(table, columns, false);
    if (match[1] === 'unique') addIndex(table, columns, true);
  }
  return table;
}

function addColumn(table: WantedTable, model: Model, field: Field): void {
  const column = columnName(model, field.name);
  const base = types[field.type];
  if (base === undefined || field.list) throw new Error(`Not understood in model ${model.name}: ${field.name}`);
  const native = /@db\.Timestamptz\((\d)\)/.exec(field.attributes);
  if (field.attributes.includes('@db.') && !native) throw new Error(`Not understood: ${field.attributes}`);
  table.columns[column] = {
    type: native ? `timestamp(${native[1]}) with time zone` : base,
    notNull: !field.optional,
    default: toDefault(table.name, column, field),
  };
  if (/@id\b/.test(field.attributes)) addPrimaryKey(table, [column]);
  if (/@unique\b/.test(field.attributes)) addIndex(table, [column], true);
}

function toDefault(table: string, column: string, field: Field): string | null {
  const given = /@default\((.*?)\)(?:\s+@|$)/.exec(field.attributes)?.[1];
  if (given === undefined) return null;
  if (given === 'now()') return 'CURRENT_TIMESTAMP';
  if (given === 'autoincrement()') return `nextval('${table}_${column}_seq'::regclass)`;
  if (field.type === 'Json') return `'${JSON.parse(given)}'::jsonb`;
  if (field.type === 'String') return `'${JSON.parse(given)}'::text`;
  if (/^(-?\d+|true|false)$/.test(given)) return given;
  throw new Error(`Default not understood: ${given}`);
}

function addPrimaryKey(table: WantedTable, columns: string[]): void {
  table.constraints[`${table.name}_pkey`] = `PRIMARY KEY (${columns.join(', ')})`;
  addIndex(table, columns, true, `${table.name}_pkey`);
}

function addIndex(table: WantedTable, columns: string[], unique: boolean, given?: string): void {
  const name = given ?? `${table.name}_${columns.join('_').replaceAll(' DESC', '')}_${unique ? 'key' : 'idx'}`;
  table.indexes[name] = `${unique ? 'UNIQUE ' : ''}btree (${columns.join(', ')})`;
}

function addRelation(table: WantedTable, model: Model, field: Field, models: Map<string, Model>): void {
  const relation = /@relation\((?:"\w+", )?fields: \[([^\]]+)\], references: \[([^\]]+)\](?:, onDelete: (\w+))?\)/.exec(
    field.attributes,
  );
  if (!relation) {
    // A name alone tells two relations between the same models apart, on the side that has no column.
    if (/@relation(?!\("\w+"\)$)/.test(field.attributes)) throw new Error(`Relation not understood: ${field.attributes}`);
    return; // the other side of a relation has no column
  }
  const target = models.get(field.type);
  if (!target) throw new Error(`Unknown model ${field.type}.`);
  const columns = listed(relation[1]).map((name) => columnName(model, name));
  const references = listed(relation[2]).map((name) => columnName(target, name));
  const onDelete = actions[relation[3] ?? (field.optional ? 'SetNull' : 'Restrict')];
  table.constraints[`${table.name}_${columns.join('_')}_fkey`] =
    `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${target.table}(${references.join(', ')}) ON UPDATE CASCADE ON DELETE ${onDelete}`;
}
