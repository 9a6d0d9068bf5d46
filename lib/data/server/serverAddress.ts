import { DatabaseError } from '../database';

/** A PostgreSQL server's address, as the driver wants it. */
export type ServerAddress = {
  /** What the person called the address. */
  name: string;
  /** Without `?schema=`, which only Prisma knows. */
  connectionString: string;
  schema: string;
  /** What may be shown: host and database, never user or password. */
  place: string;
};

/** Takes DATABASE_URL (or what `name` says) apart. Throws `DatabaseError`. */
export function parseServerAddress(url: string, name = 'DATABASE_URL'): ServerAddress {
  const address = new URL(url);
  const schema = address.searchParams.get('schema') ?? 'public';
  address.searchParams.delete('schema');
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(schema))
    throw new DatabaseError(`The schema "${schema}" in ${name} is not a plain name.`);
  return { name, connectionString: address.href, schema, place: `${address.host}${address.pathname}` };
}
