import type { Database } from './database';

/**
 * A name under which a statement stays prepared in the embedded database, where planning costs more than running. On a server there may
 * be a connection pooler in between that gives each statement another session; there it is sent without a name.
 */
export function statementName(db: Database, name: string): string | undefined {
  return db.kind === 'embedded' ? name : undefined;
}
