import type { Pool } from 'pg';
import { DatabaseError } from '../database';
import { reasonOf } from '../embedded/dataDirectory';
import type { ServerAddress } from './serverAddress';

/** The oldest PostgreSQL that is supported, as its version number begins. */
export const oldestVersion = 14;

/** What a server says about itself. */
export type ServerFacts = {
  /** As `show server_version` gives it: "15.4 (Debian 15.4-1)". */
  version: string;
  /** The same as a number: 150004. */
  versionNumber: number;
  encoding: string;
  readOnly: boolean;
  user: string;
  hasSchema: boolean;
  /** Whether tables may be made in the schema, or the schema itself where it is absent. */
  mayCreate: boolean;
};

/** Why a server cannot be used, as the end of a sentence; null when it can. */
export function findObjection(facts: ServerFacts, schema: string): string | null {
  const { version, versionNumber, encoding, readOnly, user, hasSchema, mayCreate } = facts;
  if (versionNumber < oldestVersion * 10_000) return `it is PostgreSQL ${version}, and ${oldestVersion} or newer is needed`;
  if (encoding !== 'UTF8') return `its encoding is ${encoding}, and UTF8 is needed (create database … encoding 'UTF8')`;
  if (readOnly) return 'it can only be read; is it a standby, or is default_transaction_read_only on';
  if (mayCreate) return null;
  return hasSchema
    ? `the user "${user}" may not make tables in its schema "${schema}" (grant create on schema ${schema} to "${user}")`
    : `it has no schema "${schema}", and the user "${user}" may not make one`;
}

/** Sees that the server can be reached and is fit for the product. Throws `DatabaseError` with one sentence that names no password. */
export async function requireServer(pool: Pool, { name, place, schema }: ServerAddress): Promise<void> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new DatabaseError(`The database server of ${name} (${place}) cannot be used: ${reason}.`, { cause });
  };
  const facts = await readFacts(pool, schema).catch((error) => refuse(toReason(error), error));
  const objection = findObjection(facts, schema);
  if (objection !== null) refuse(objection);
}

async function readFacts(pool: Pool, schema: string): Promise<ServerFacts> {
  const { rows } = await pool.query<ServerFacts>(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int as "versionNumber",
            current_setting('server_encoding') as encoding,
            pg_is_in_recovery() or current_setting('transaction_read_only')::bool as "readOnly",
            current_user as "user",
            to_regnamespace($1) is not null as "hasSchema",
            case when to_regnamespace($1) is null then has_database_privilege(current_database(), 'create')
                 else has_schema_privilege($1, 'create') end as "mayCreate"`,
    [schema],
  );
  const [facts] = rows;
  if (!facts) throw new Error('it gave no answer');
  return facts;
}

/** The driver's own words, but for those that only a programmer understands. */
const knownReasons: Readonly<Record<string, string>> = {
  '28P01': 'it does not accept this user name and password',
  '57P03': 'it is starting or stopping; try again in a moment',
  '53300': 'it has no connection left for us; raise its max_connections or lower DATABASE_POOL',
  ENOTFOUND: 'no machine has this name',
  EAI_AGAIN: 'the name of the machine could not be looked up',
  ECONNREFUSED: 'nothing answers at this address and port',
  EHOSTUNREACH: 'the machine cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the machine does not answer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; name it by sslrootcert=… in DATABASE_URL',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is not signed by an authority known here; name that one by sslrootcert=… in DATABASE_URL',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is not signed by an authority known here; name that one by sslrootcert=… in DATABASE_URL',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name than the one in DATABASE_URL',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

function toReason(error: unknown): string {
  // A name with several addresses is tried at each of them.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  return knownReasons[code] ?? reasonOf(first);
}
