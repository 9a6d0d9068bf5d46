import { existsSync } from 'node:fs';
import { type Env, parseEnv } from '@/lib/env';
import { DatabaseError } from '../database';
import { databaseFolder } from '../embedded/dataDirectory';
import { parseServerAddress } from '../server/serverAddress';

/** One end of a move: the embedded database of the data directory (`url` undefined), or one on a server. */
export type End = { url: string | undefined; option: '--from' | '--to' };

/** What was asked for on the command line. */
export type MoveOptions = { from?: string | undefined; to: string };

/** Both ends: `--from` is where the installation lies now, so DATABASE_URL or else the embedded database unless it is told. Throws `DatabaseError`. */
export function toEnds({ from, to }: MoveOptions, env: Env): { from: End; to: End } {
  const ends = {
    from: { url: from === undefined ? env.DATABASE_URL : toUrl(from, '--from'), option: '--from' },
    to: { url: toUrl(to, '--to'), option: '--to' },
  } as const;
  if (keyOf(ends.from) === keyOf(ends.to)) {
    const hint = from === undefined && env.DATABASE_URL !== undefined ? ' (DATABASE_URL is set; add --from embedded)' : '';
    throw new DatabaseError(`The installation lies in that database already${hint}; name another one.`);
  }
  return ends;
}

function toUrl(value: string, option: End['option']): string | undefined {
  if (value === 'embedded') return undefined;
  try {
    return parseEnv({ DATABASE_URL: value }).DATABASE_URL;
  } catch {
    throw new DatabaseError(
      `What ${option} names must be an address such as postgresql://user:password@host:5432/wegmarke, or the word "embedded".`,
    );
  }
}

/** The same for two addresses of one database, whatever user they name. */
function keyOf({ url }: End): string {
  if (url === undefined) return 'embedded';
  const { place, schema } = parseServerAddress(url);
  return `${place} ${schema}`;
}

/** Throws `DatabaseError` when there is no embedded database to move from: opening it would make one. */
export function requireSource({ url }: End, dataDir: string): void {
  if (url !== undefined || existsSync(databaseFolder(dataDir))) return;
  throw new DatabaseError(`There is no embedded database in ${dataDir}; set DATA_DIR, or name another one by --from.`);
}

/** How an end is called, without user and password. */
export function nameOf({ url }: Pick<End, 'url'>, dataDir: string): string {
  return url === undefined ? `the embedded database in ${dataDir}` : `PostgreSQL at ${parseServerAddress(url).place}`;
}

/** What is to be set so that the server uses this end. A password is never printed. */
export function toSetting({ url }: End): string {
  if (url === undefined) return 'Remove the setting DATABASE_URL, so that the embedded database is used';
  const address = new URL(url);
  if (address.password !== '') address.password = 'PASSWORD';
  const secretParameters = [...address.searchParams.keys()].filter((key) => /password/i.test(key));
  for (const key of secretParameters) address.searchParams.set(key, 'PASSWORD');
  return `DATABASE_URL=${address.href}`;
}
