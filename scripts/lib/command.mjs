// Commands that an administrator runs beside the server, out of the bundles in build/.
import { existsSync } from 'node:fs';
import { loadEnv } from './env.mjs';
import { root } from './sources.mjs';

/** The folder in which the person stands; npm itself runs scripts in the project's. */
const callerFolder = process.env.INIT_CWD ?? process.cwd();

/** Loads a bundle, built now if it is missing, and ends the process with the exit code that `run` resolves to. */
export async function runCommand(bundle, run) {
  process.chdir(root);
  loadEnv();
  try {
    // A server may be running from build/: what is there is left alone.
    if (!existsSync(`build/${bundle}.mjs`)) {
      const { buildServer, generateClient } = await import('../build.mjs');
      await generateClient();
      await buildServer();
    }
  } catch (error) {
    console.error(`The build failed: ${error.message}`);
    process.exit(1);
  }
  const command = await import(`../../build/${bundle}.mjs`);
  process.exit(await run(command, process.argv.slice(2), callerFolder));
}
