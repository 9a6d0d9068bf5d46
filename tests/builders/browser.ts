import * as nextAuth from '@/app/api/auth/[...nextauth]/route';
import { callRoute, host, origin } from './callRoute';

/** A browser's cookies, and next-auth's client as far as sign-in needs it. */
export class Browser {
  private readonly jar = new Map<string, { value: string; attributes: string }>();

  /** `headers`: what a proxy adds, or another host. */
  constructor(private readonly headers: Record<string, string> = {}) {}

  get cookie(): string {
    return [...this.jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  /** The attributes of a cookie that this browser holds (`Path=/; HttpOnly; …`), or null. */
  attributesOf(name: string): string | null {
    return this.jar.get(name)?.attributes ?? null;
  }

  get cookieNames(): string[] {
    return [...this.jar.keys()].sort();
  }

  private keep(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*);? ?(.*)$/.exec(header) ?? [];
      if (/Max-Age=0\b/i.test(attributes) || value === '') this.jar.delete(name);
      else this.jar.set(name, { value, attributes });
    }
  }

  private async ask(action: string[], form?: Record<string, string>, search = ''): Promise<Response> {
    const request = new Request(`${origin}/api/auth/${action.join('/')}${search}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        Host: host,
        Cookie: this.cookie,
        ...(form ? { Origin: this.origin, 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
        ...this.headers,
      },
      body: form ? new URLSearchParams(form) : null,
    });
    const handler = form ? nextAuth.POST : nextAuth.GET;
    const response = await handler(request, { params: Promise.resolve({ nextauth: action }) });
    this.keep(response);
    return response;
  }

  private get origin(): string {
    const forwarded = this.headers['X-Forwarded-Host'];
    return forwarded ? `https://${forwarded}` : `http://${this.headers.Host ?? host}`;
  }

  private async csrfToken(): Promise<string> {
    const { csrfToken } = (await (await this.ask(['csrf'])).json()) as { csrfToken: string };
    return csrfToken;
  }

  /** What signIn() of next-auth/react does. Returns the error's name, or null. */
  async signIn(provider: 'password' | 'guest', credentials: Record<string, string>): Promise<string | null> {
    const csrfToken = await this.csrfToken();
    const response = await this.ask(['callback', provider], { ...credentials, csrfToken, json: 'true', callbackUrl: '/' });
    const { url } = (await response.json()) as { url: string };
    return new URL(url).searchParams.get('error');
  }

  /** Presses the company's button. Returns where it leads: the provider, or the sign-in page with a reason. */
  async beginCompanySignIn(callbackUrl = '/'): Promise<URL> {
    const form = { csrfToken: await this.csrfToken(), json: 'true', callbackUrl };
    const { url } = (await (await this.ask(['signin', 'oidc'], form)).json()) as { url: string };
    return new URL(url);
  }

  /** Comes back from the provider. Returns where it leads. */
  async comeBack(address: URL): Promise<URL> {
    const response = await this.ask(['callback', 'oidc'], undefined, address.search);
    return new URL(response.headers.get('Location') ?? '', origin);
  }

  /** Another browser that holds the same cookies: what a thief of them would have. */
  copy(): Browser {
    const twin = new Browser(this.headers);
    for (const [name, cookie] of this.jar) twin.jar.set(name, cookie);
    return twin;
  }

  /** Keeps the cookies of an answer that did not come from next-auth. */
  keepFrom(response: Response): Response {
    this.keep(response);
    return response;
  }

  async signOut(): Promise<void> {
    await this.ask(['signout'], { csrfToken: await this.csrfToken(), json: 'true', callbackUrl: '/' });
  }

  /** What useSession() gets. */
  async session(): Promise<unknown> {
    return (await this.ask(['session'])).json();
  }

  /** Calls one of our routes with this browser's cookies. */
  call(handler: Parameters<typeof callRoute>[0], call: Parameters<typeof callRoute>[1] = {}): Promise<Response> {
    return callRoute(handler, { ...call, cookie: this.cookie });
  }
}
