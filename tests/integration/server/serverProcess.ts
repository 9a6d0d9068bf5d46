import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ServerProcess = {
  pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the first match in what the process prints. Rejects when it ends before. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  output(): string;
  /** Resolves with the exit code and everything that was printed. */
  ended: Promise<{ code: number | null; output: string }>;
};

/** Starts a TypeScript file of the tests as a process of its own. */
export function startServerProcess(file: URL, env: Record<string, string>, args: string[] = []): ServerProcess {
  // The loader rather than tsx's command, which would be the parent of what is to be killed.
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
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
