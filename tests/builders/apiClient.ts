import { GET as handler } from '@/app/api/v1/[...path]/route';
import type { TokenScope } from '@/lib/access/actor';
import { makeAccessToken } from '@/lib/auth/accessTokens';
import type { Runtime } from '@/lib/runtime';
import { callRoute } from './callRoute';
import type { Person } from './people';

export type ApiCall = { body?: unknown; file?: Uint8Array<ArrayBuffer>; headers?: Record<string, string | null> };

/** A program with somebody's personal access token, as the API's route handler sees it. */
export class ApiClient {
  private constructor(readonly token: string) {}

  static async of(running: Pick<Runtime, 'database'>, person: Person, scope: TokenScope = 'write'): Promise<ApiClient> {
    const { token } = await makeAccessToken(running, person.actor, { name: 'test', scope, expiresInDays: 1 });
    return new ApiClient(token);
  }

  /** `path` below /api/v1, with its query. */
  call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT',
    path: string,
    { body, file, headers = {} }: ApiCall = {},
  ): Promise<Response> {
    return callRoute(handler, {
      method,
      path: `/api/v1${path}`,
      headers: { Origin: null, Authorization: `Bearer ${this.token}`, ...headers },
      file,
      ...(body === undefined ? {} : { body }),
    });
  }

  /** The JSON of an answer that must have this status. */
  async json<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, call: ApiCall & { status?: number } = {}): Promise<T> {
    const response = await this.call(method, path, call);
    const text = await response.text();
    if (response.status !== (call.status ?? 200)) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
