import { existsSync } from 'node:fs';
import { root } from './sources.mjs';

/** Reads the settings in `.env`, if there is one; what the environment says already wins. Ends the process when it cannot: a setting that is not heeded is worse. */
export function loadEnv() {
  const file = `${root}/.env`;
  if (!existsSync(file)) return;
  if (!process.loadEnvFile) {
    console.error(
      `Reading .env needs Node 20.12 or newer; this is ${process.versions.node}. Update Node, or set the variables otherwise.`,
    );
    process.exit(1);
  }
  process.loadEnvFile(file);
}
