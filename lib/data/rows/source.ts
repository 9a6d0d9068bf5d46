import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** Where rows are read from or written to: a database's pool, or one session of it inside a transaction. */
export type RowSource = { query<Found extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<Found>> };

/** A row's values in the order of its table's columns, each as PostgreSQL's text (see ./columns.ts), or null. */
export type Row = readonly (string | null)[];

/** A name as it stands in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
