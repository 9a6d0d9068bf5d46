import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTestTemplate, testFolder } from '@/tests/builders/database';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The real product as a process of its own, started by the command that people use. */
export class TestServer {
  readonly dataDir = mkdtempSync(join(testFolder, 'wegmarke-e2e-'));
  private child: ChildProcess | undefined;
  private output = '';
  /** What it has logged since its last start: its standard output, where the log is one for programs. */
  logged = '';
  /** Its port; 0 before the first start. */
  port = 0;

  /** `data`: an empty database that is there already (seconds faster), or none, as on a new machine. */
  constructor(private readonly data: 'empty' | 'none' = 'empty') {}

  /** Where browsers reach it. */
  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The path of the first-run page with its one-time code, as printed on the terminal. */
  get setupPath(): string {
    const path = this.output.match(/https?:\/\/[^\s/]+(\/setup\?code=\S+)/)?.[1];
    if (!path) throw new Error(`no set-up address was printed:\n${this.output}`);
    return path;
  }

  /** What it has printed since its last start: its announcement and its log. */
  get printed(): string {
    return this.output;
  }

  /** Starts it (again, on the same port and data) and waits until it answers. */
  async start(env: Record<string, string> = {}): Promise<this> {
    if (this.port === 0) this.port = await freePort();
    if (this.data === 'empty' && readdirSync(this.dataDir).length === 0) await copyTestTemplate(this.dataDir);
    this.output = '';
    this.logged = '';
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env: { ...process.env, DATA_DIR: this.dataDir, HOST: '127.0.0.1', PORT: String(this.port), PUBLIC_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (chunk) => {
      this.output += chunk;
      this.logged += chunk;
    });
    child.stderr.on('data', (chunk) => (this.output += chunk));
    const deadline = Date.now() + 90_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${this.output}`);
      const answered = await fetch(`${this.url}/api/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (answered) return this;
      if (Date.now() > deadline) throw new Error(`the server did not answer:\n${this.output}`);
      await new Promise((tick) => setTimeout(tick, 50));
    }
  }

  /** Ends the process at once, as a power cut would: no handler runs. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it as an administrator would and removes its data. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
