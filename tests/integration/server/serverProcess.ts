import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a TypeScript file of the tests, because a bundle starts a second sooner. Returns the file to start. */
export async function bundleProcess(file: URL): Promise<string> {
  const source = fileURLToPath(file);
  // Where packages are found from, and apart for each test process.
  const outfile = path.join(
    root,
    'node_modules',
    '.cache',
    'wegmarke',
    `test-${path.basename(source, '.ts')}-${process.pid}.mjs`,
  );
  await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}

export type ServerProcess = {
  pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the first match in what the process prints. Rejects when it ends before. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  output(): string;
  /** What of it went to the standard output. */
  standardOutput(): string;
  /** Resolves with the exit code and everything that was printed. */
  ended: Promise<{ code: number | null; output: string }>;
};

/** Starts a bundle as a process of its own. */
export function startServerProcess(file: string, env: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let standardOutput = '';
  child.stdout.on('data', (chunk) => (standardOutput += chunk));
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      for (const check of [...checks]) check();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    for (const check of [...checks]) check();
    return { code: code as number | null, output };
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => child.kill(signal),
    output: () => output,
    standardOutput: () => standardOutput,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const match = output.match(pattern);
          if (!match && child.exitCode === null && child.signalCode === null) return;
          checks.delete(check);
          if (match) resolve(match);
          else reject(new Error(`the process ended:\n${output}`));
        };
        checks.add(check);
        check();
      }),
  };
}
