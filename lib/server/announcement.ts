import type { DatabaseProgress } from '@/lib/data/database';
import type { Env } from '@/lib/env';
import { isLoopback } from './addresses';

export type Announced = {
  env: Pick<Env, 'HOST' | 'PUBLIC_URL' | 'TRUST_PROXY' | 'DATABASE_URL'>;
  addresses: string[];
  dataDirectory: string;
  /** The first-run page's code while no account exists. */
  setupCode: string | null;
};

/** Where the data lies, without user name and password. */
function placeOfData({ env, dataDirectory }: Announced): string {
  if (env.DATABASE_URL === undefined) return dataDirectory;
  const { host, pathname } = new URL(env.DATABASE_URL);
  return `PostgreSQL at ${host}${pathname} (secret and backups: ${dataDirectory})`;
}

function warnings({ env }: Announced): string[] {
  const isEncrypted = env.PUBLIC_URL?.startsWith('https:') ?? false;
  if (isEncrypted && !env.TRUST_PROXY) {
    return ['PUBLIC_URL is https, so a proxy stands in front: set TRUST_PROXY=true if it passes on X-Forwarded-For and -Proto.'];
  }
  if (isEncrypted || isLoopback(env.HOST)) return [];
  return [
    'People on the network reach this server over plain http: passwords and maps can be read on the way. Fine in a workshop room; for more, put a proxy with https in front (PUBLIC_URL, TRUST_PROXY).',
  ];
}

/** What is printed when the server is ready: where it is, where the data lies, how to begin. */
export function toAnnouncement(announced: Announced): string {
  const { addresses, setupCode } = announced;
  const [first = ''] = addresses;
  const lines = [
    '',
    'Wegmarke is ready.',
    '',
    ...addresses.map((address, index) => `  ${index === 0 ? 'Open' : '  or'}   ${address}`),
    `  Data   ${placeOfData(announced)}`,
    '',
  ];
  if (setupCode !== null) {
    const path = `/setup?code=${encodeURIComponent(setupCode)}`;
    const local = addresses.find((address) => address.includes('//localhost'));
    lines.push('No account exists yet. Make the first one here; it owns this installation:', '');
    lines.push(...[...new Set([local ?? first, first])].map((address) => `  ${address}${path}`), '');
  }
  for (const warning of warnings(announced)) lines.push(`Note: ${warning}`, '');
  return `${lines.join('\n')}\n`;
}

/** One line about an opening database that takes a moment; null for steps that do not. */
export function toProgressLine(progress: DatabaseProgress): string | null {
  switch (progress.step) {
    case 'creating':
      return 'Creating the database (a few seconds, once) …\n';
    case 'backingUp':
      return `Backing the database up to ${progress.file} before it is brought up to date …\n`;
    case 'migrating':
      return `Bringing the database up to date: ${progress.index + 1} of ${progress.count} …\n`;
    case 'opening':
      return null;
  }
}
