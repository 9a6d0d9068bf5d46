import { z } from 'zod';

const description = z.object({ mapId: z.string(), departments: z.array(z.object({ id: z.string() })) });

/** A browser's side of HTTP: keeps cookies, and says where it comes from. */
export class Visitor {
  private readonly jar = new Map<string, string>();

  constructor(private readonly url: string) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** A cookie from elsewhere. */
  take(name: string, value: string): void {
    this.jar.set(name, value);
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Origin: this.url, Cookie: this.cookie, ...init.headers };
    const response = await fetch(this.url + path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response> {
    return this.ask(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** Comes in by a join link, as its page does: looks at it, says a name and a department. Returns the map's id. */
  async join(token: string, name: string, place: number): Promise<string> {
    const { mapId, departments } = description.parse(await (await this.ask(`/api/join/${token}`)).json());
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await this.ask('/api/auth/csrf')).json());
    const departmentId = departments[place % (departments.length + 1)]?.id ?? '';
    const form = { token, name, departmentId, csrfToken, json: 'true', callbackUrl: `${this.url}/` };
    await this.ask('/api/auth/callback/guest', { method: 'POST', body: new URLSearchParams(form) });
    return mapId;
  }

  /** Hears what happens beside the document, as pages do. Returns what ends it. */
  async listen(mapId: string): Promise<() => void> {
    const end = new AbortController();
    const { body } = await this.ask(`/api/events?map=${mapId}`, { signal: end.signal });
    const read = async (): Promise<void> => {
      if (body) for await (const _chunk of body as unknown as AsyncIterable<Uint8Array>);
    };
    read().catch(() => undefined);
    return () => end.abort();
  }
}
