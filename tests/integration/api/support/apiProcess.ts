import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { testSecret } from '@/tests/builders/testRuntime';
import { bundleProcess, type ServerProcess, startServerProcess } from '../../server/serverProcess';
import type { Rows } from './rows';
import type { Scene } from './scene';

/** An answer as it came over the wire. */
export class Reply {
  constructor(
    readonly status: number,
    readonly headers: IncomingHttpHeaders,
    readonly body: Buffer,
  ) {}

  get text(): string {
    return this.body.toString('utf8');
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into what they expect
  get json(): any {
    return JSON.parse(this.text);
  }
}

export type Sent = { token?: string | undefined; headers?: Record<string, string>; body?: unknown; raw?: Uint8Array | string };

/** A server process with the API over real HTTP, on a database of its own that outlives it. */
export class ApiProcess {
  private port = 0;
  private server: ServerProcess | undefined;
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly database: TestDatabase,
    private readonly entry: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<ApiProcess> {
    const database = await openTestDatabase();
    await database.db.close();
    const api = new ApiProcess(database, await bundleProcess(new URL('apiServer.ts', import.meta.url)), settings);
    await api.begin();
    return api;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get socketPort(): number {
    return this.port;
  }

  /** What the process has printed. */
  get output(): string {
    return this.server?.output() ?? '';
  }

  /** Starts the process again, on the same port, after `crash`. */
  async begin(): Promise<void> {
    this.server = startServerProcess(this.entry, {
      DATA_DIR: this.database.dataDir,
      DATABASE_URL: this.database.url ?? '',
      NEXTAUTH_SECRET: testSecret,
      LOG_LEVEL: 'error',
      API_REQUESTS_PER_MINUTE: '1000000',
      SIGN_IN_ATTEMPTS: '10000',
      MAX_CONNECTIONS_PER_ADDRESS: '1000',
      TEST_PAGES: process.env.TEST_PAGES ?? '',
      ...this.settings,
      PORT: String(this.port),
    });
    await this.server.printed(/is ready/);
    const [, port] = await this.server.printed(/http:\/\/localhost:(\d+)/);
    this.port = Number(port);
  }

  /** kill -9. */
  async crash(): Promise<void> {
    this.server?.kill('SIGKILL');
    await this.server?.ended;
  }

  async stop(): Promise<void> {
    await this.crash();
    this.agent.destroy();
    await this.database.drop();
    await rm(this.entry, { force: true });
  }

  /** A request just as it is given; `path` is sent as it stands. */
  async send(method: string, path: string, { token, headers = {}, body, raw }: Sent = {}): Promise<Reply> {
    const bytes = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = request({
      ...{ host: '127.0.0.1', port: this.port, method, path, agent: this.agent },
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(bytes === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(bytes)) }),
        ...headers,
      },
    });
    sent.end(bytes);
    const [response] = await once(sent, 'response');
    return new Reply(response.statusCode, response.headers, await buffer(response));
  }

  /** A call of the API; `path` below /api/v1. */
  call(method: string, path: string, sent: Sent = {}): Promise<Reply> {
    return this.send(method, `/api/v1${path}`, sent);
  }

  /** The JSON of a call that must turn out well. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into what they expect
  async ask(token: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<any> {
    const reply = await this.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
    if (reply.status >= 300) throw new Error(`${method} ${path} answered ${reply.status}: ${reply.text}`);
    return reply.status === 204 ? undefined : reply.json;
  }

  scene(): Promise<Scene> {
    return this.askForTest<Scene>('/test/scene');
  }

  rows(): Promise<Rows> {
    return this.askForTest<Rows>('/test/rows');
  }

  private async askForTest<Answer>(path: string): Promise<Answer> {
    const { json } = await this.send('GET', path);
    if (json.failed) throw new Error(`${path}: ${json.failed}`);
    return json as Answer;
  }
}
