import type { Browser } from './browser';
import { origin } from './callRoute';

/** The cookies of one browser at the provider, path by path as far as it matters: the provider names them apart. */
class ProviderJar {
  readonly #cookies = new Map<string, string>();

  async ask(url: URL, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: form ? new URLSearchParams(form) : null,
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

/** Goes through the provider's pages as `login`, or cancels there (null). Returns the address that the provider sends the browser back to. */
export async function passProvider(begin: URL, login: string | null): Promise<URL> {
  const jar = new ProviderJar();
  let url = begin;
  for (let step = 0; step < 12; step++) {
    const response = await jar.ask(url);
    const location = response.headers.get('Location');
    if (location === null && response.status === 200) {
      const answered = await jar.ask(url, login === null ? { answer: 'cancel' } : { answer: 'go', login });
      url = new URL(answered.headers.get('Location') ?? '', url);
    } else if (location === null) {
      throw new Error(`The provider answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
    } else {
      url = new URL(location, url);
    }
    if (url.origin === origin) return url;
  }
  throw new Error('The provider does not come to an end.');
}

/** The whole way: button, provider, back. Returns the reason of the sign-in page, or null after a success. */
export async function signInAtCompany(browser: Browser, login: string | null): Promise<string | null> {
  const begin = await browser.beginCompanySignIn();
  const back = begin.origin === origin ? begin : await browser.comeBack(await passProvider(begin, login));
  return back.searchParams.get('error');
}
