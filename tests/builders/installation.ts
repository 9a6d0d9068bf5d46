import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { z } from 'zod';
import type { MapSource } from '@/lib/maps/mapSource';
import type { TestServer } from '../e2e/support/server';

const credentials = { email: 'ana@example.org', password: 'correct horse battery' };

/** A set-up installation of the real product, seen from a browser context that is signed in as its owner. */
export class Installation {
  private constructor(
    readonly server: TestServer,
    readonly workspaceId: string,
  ) {}

  /** Makes the first account with the code that the server printed. */
  static async setUp(
    server: TestServer,
    context: BrowserContext,
    { name = 'Ana', workspaceName = 'Service', locale = 'en' } = {},
  ): Promise<Installation> {
    const code = new URL(await printedPath(server), server.url).searchParams.get('code') ?? '';
    const answer = await post(context.request, server.url, '/api/setup', { code, name, workspaceName, ...credentials }, locale);
    const { workspaceId } = z.object({ workspaceId: z.string() }).parse(answer);
    const installation = new Installation(server, workspaceId);
    await installation.signIn(context);
    return installation;
  }

  /** Signs the owner in, as the sign-in page does. */
  async signIn(context: BrowserContext): Promise<void> {
    await this.#signIn(context, 'password', credentials);
  }

  /** Lets a guest in by the token of a join link, as the join page does. */
  async join(context: BrowserContext, guest: { token: string; name: string; departmentId?: string }): Promise<void> {
    await this.#signIn(context, 'guest', { departmentId: '', ...guest });
  }

  async #signIn(context: BrowserContext, provider: string, form: Record<string, string>): Promise<void> {
    const { url } = this.server;
    const { csrfToken } = z
      .object({ csrfToken: z.string() })
      .parse(await (await context.request.get(`${url}/api/auth/csrf`)).json());
    const response = await context.request.post(`${url}/api/auth/callback/${provider}`, {
      headers: { Origin: url },
      form: { ...form, csrfToken, json: 'true', callbackUrl: `${url}/` },
    });
    if (!response.ok()) throw new Error(`Signing in failed: ${response.status()} ${await response.text()}`);
  }

  /** A new map. Returns its id. */
  async createMap(context: BrowserContext, source: MapSource): Promise<string> {
    const answer = await post(context.request, this.server.url, '/api/maps', { workspaceId: this.workspaceId, source });
    return z.object({ id: z.string() }).parse(answer).id;
  }

  /** A new join link for editors. Returns its token. */
  async createJoinLink(context: BrowserContext, mapId: string, label: string): Promise<string> {
    const body = { role: 'editor', label, expiresInHours: 24 };
    const answer = await post(context.request, this.server.url, `/api/maps/${mapId}/join-links`, body);
    return z.object({ url: z.string() }).parse(answer).url.split('/').at(-1) ?? '';
  }

  /** A new link by which anybody may look at a map. Returns its token. */
  async createViewLink(context: BrowserContext, mapId: string): Promise<string> {
    const body = { label: '' };
    const answer = await post(context.request, this.server.url, `/api/maps/${mapId}/view-links`, body);
    return z.object({ url: z.string() }).parse(answer).url.split('/').at(-1) ?? '';
  }
}

/** The server answers a moment before it prints the address of the first-run page. */
async function printedPath(server: TestServer): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return server.setupPath;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((tick) => setTimeout(tick, 50));
    }
  }
}

async function post(request: APIRequestContext, url: string, path: string, data: object, locale = 'en'): Promise<unknown> {
  const response = await request.post(url + path, { headers: { Origin: url, 'Accept-Language': locale }, data });
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return response.json();
}
