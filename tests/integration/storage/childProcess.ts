import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A TypeScript file of this folder, running as a process of its own. */
export type Child = {
  process: ChildProcess;
  lines: string[];
  /** Resolves when `done` holds for the lines so far; rejects when the process ends before. */
  waitFor(done: (lines: string[]) => boolean): Promise<void>;
  /** Resolves with the exit code (null when killed) and what was written to the error stream, all lines read. */
  ended: Promise<{ code: number | null; errors: string }>;
};

export function startChild(file: string, args: string[]): Child {
  // The loader rather than tsx's command, which would be the parent of what is to be killed.
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  let hasEnded = false;
  const checks = new Set<() => void>();
  const checkAll = (): void => {
    for (const check of [...checks]) check();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    checkAll();
  });
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => {
      hasEnded = true;
      checkAll();
      resolve({ code, errors });
    });
  });
  return {
    process: child,
    lines,
    ended,
    waitFor: (done) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (done(lines)) resolve();
          else if (hasEnded) reject(new Error(`The process ended: ${errors}`));
          else return;
          checks.delete(check);
        };
        checks.add(check);
        check();
      }),
  };
}
