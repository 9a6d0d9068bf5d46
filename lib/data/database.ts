import type { Pool } from 'pg';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';

/**
 * The open database. Every function of lib/data takes it first.
 *
 * The embedded database is ONE session: inside a `$transaction` callback use the callback's client only (the outer one would wait for
 * itself), await nothing but the database there, and keep every statement under about 20 ms; other people's edits wait for it.
 */
export type Database = {
  prisma: PrismaClient;
  kind: 'embedded' | 'server';
  /** The sessions under `prisma`, for the few statements of lib/data that are one round trip in SQL. On the embedded database: one. */
  pool: Pool;
  /** Waits for what is running, then closes. Afterwards the data directory may be opened by another process. Safe to call twice. */
  close(): Promise<void>;
};

/** The client inside `db.prisma.$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** What an opening database does that takes a moment, for the person who watches the terminal. */
export type DatabaseProgress =
  | { step: 'creating' }
  | { step: 'opening' }
  | { step: 'backingUp'; file: string }
  | { step: 'migrating'; name: string; index: number; count: number };

/** The database cannot be opened; the message is one sentence for the person who starts the server. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** The Prisma client of a database or of a transaction, for functions that may run in either. */
export function clientOf(target: Database | Transaction): Transaction {
  return 'prisma' in target && 'kind' in target ? target.prisma : target;
}
