import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const probe = fileURLToPath(new URL('../peers/probe.mjs', import.meta.url));

/** Whether servers and load can have a processor core each (Linux with at least two). */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

const serverCore = '0';
const loadCore = '1';

/** What Linux counts processor time in. */
const tickMs = 10;

/** Moves this process, which makes the load, to the core that the servers do not have. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-apc', loadCore, String(process.pid)]);
}

/** Megabytes. `peak` is the most since the process began; null where the operating system does not say. */
export type Resident = { now: number; peak: number | null };

/** A Node process on the servers' core that can be asked for its memory. */
export class PinnedProcess {
  private readonly child: ChildProcess;
  private output = '';
  private questions = 0;
  private readonly exited: Promise<unknown>;

  constructor(file: string, env: Record<string, string>) {
    const command = [process.execPath, '--expose-gc', '--import', probe, file];
    const [program = '', ...args] = canPin ? ['taskset', '-c', serverCore, ...command] : command;
    this.child = spawn(program, args, {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', ...env } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.exited = once(this.child, 'exit');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output = (this.output + chunk).slice(-10_000);
      });
    }
  }

  /** Resolves when the process has printed the pattern; throws when it ends before. */
  async printed(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(`a server ended:\n${this.output}`);
      await new Promise((tick) => setTimeout(tick, 5));
    }
  }

  private async ask<T>(question: string, value?: unknown): Promise<T> {
    const id = ++this.questions;
    const answered = new Promise<T>((resolve) => {
      const listener = (message: { id: number; answer: T }): void => {
        if (message.id !== id) return;
        this.child.off('message', listener);
        resolve(message.answer);
      };
      this.child.on('message', listener);
    });
    this.child.send({ id, question, value });
    return answered;
  }

  /** Megabytes of JavaScript objects and buffers after a collection, and of the whole process. */
  async memory(): Promise<{ heap: number; resident: number }> {
    const { heapUsed, external, rss } = await this.ask<NodeJS.MemoryUsage>('memory');
    return { heap: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
  }

  /** What the operating system says of the process's memory, without asking the process itself. */
  resident(): Resident {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
      return { now: read('VmRSS'), peak: read('VmHWM') };
    } catch {
      return { now: Number.NaN, peak: null };
    }
  }

  /** Milliseconds of processor time that the process has had in all its threads; NaN where the operating system does not say. */
  processorTime(): number {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * tickMs;
    } catch {
      return Number.NaN;
    }
  }

  async startProfile(): Promise<void> {
    await this.ask('startProfile');
  }

  async stopProfile(file: string): Promise<void> {
    await this.ask('stopProfile', file);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}
