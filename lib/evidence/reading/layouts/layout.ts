import type { ColumnProfile } from '../columnProfile';
import type { ColumnPlan, PersonalKind, Role } from '../columns';
import type { ColumnHeader } from '../headers/nameColumns';

/**
 * What a layout says of a column: its role; `question` where only its cells can tell; `written` for a time whose form the cells tell, and
 * whose zone the layout may know.
 */
export type LayoutRole = Role | { kind: 'question' } | { kind: 'written'; zone?: string };

/** The column and the values by which rows are left out. */
export type LeftOut = { column: string; values: string[] };

/** The first rows of a file. */
export type Rows = readonly (readonly string[])[];

/** The way in which one survey tool writes its exports. */
export type Layout = {
  /** How many of a file's first rows are headers, if they are this tool's; else null. JSON has the names of its columns as the only row. */
  recognise(rows: Rows): number | null;
  /** Names of the columns, where they are not simply those of the first row. */
  nameColumns?(headers: Rows): ColumnHeader[];
  /** The zone of all times, where the headers say it. */
  findTimeZone?(headers: Rows): string | null;
  /** Rows that are no answers of customers, by the values of a column. */
  leavesOut?(columns: readonly ColumnHeader[]): LeftOut[];
  roleOf(column: ColumnHeader, index: number): LayoutRole;
  /** Has the last word where one column says what another one holds. */
  settle?(columns: ColumnPlan[], profileOf: (name: string) => ColumnProfile | undefined): ColumnPlan[];
};

export const ignored = { kind: 'ignore' } as const;
export const question = { kind: 'question' } as const;
export const segment = { kind: 'segment' } as const;
export const verbatim = { kind: 'verbatim' } as const;
export const written = { kind: 'written' } as const;
export const writtenInUtc = { kind: 'written', zone: 'UTC' } as const;
export const responseId = { kind: 'identifier', of: 'response' } as const;
export const personId = { kind: 'identifier', of: 'person' } as const;
export const personal = (data: PersonalKind): Role => ({ kind: 'personal', data, treatment: 'drop' });

/** Roles by the names of columns in lower case; `otherwise` for names that the table does not have. */
export function rolesByName(
  table: Readonly<Record<string, LayoutRole>>,
  otherwise: LayoutRole = question,
): (column: ColumnHeader) => LayoutRole {
  return ({ name }) => {
    const key = name.toLowerCase();
    return Object.hasOwn(table, key) ? (table[key] ?? otherwise) : otherwise;
  };
}

/** Whether a row has all of these names, in any case. */
export function hasNames(row: readonly string[] | undefined, names: readonly string[]): boolean {
  const known = new Set(row?.map((cell) => cell.trim().toLowerCase()));
  return names.every((name) => known.has(name));
}
