import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';

export { expect };

export type PersonOptions = {
  locale: Locale;
  /** The address that this person's browser knows, without a path. */
  url: string;
} & Pick<
  BrowserContextOptions,
  'colorScheme' | 'ignoreHTTPSErrors' | 'viewport' | 'hasTouch' | 'isMobile' | 'storageState' | 'acceptDownloads' | 'permissions'
>;

/** Somebody with a browser of their own: other cookies, another language, another storage. */
export type Person = { context: BrowserContext; page: Page; locale: Locale };

type Fixtures = {
  /** Opens a browser for somebody; it is closed when the test ends. */
  person: (options: PersonOptions) => Promise<Person>;
};

/** Addresses of this machine; every other one is an outside host. */
const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Schemes that never leave the browser. */
const innerSchemes = new Set(['data:', 'blob:', 'about:']);

/** Notes everything that no page may ever do, whatever is being tested. */
async function watch(context: BrowserContext, offences: string[]): Promise<void> {
  await context.exposeBinding('reportPolicyViolation', ({ page }, what: string) => {
    offences.push(`policy violation on ${page.url()}: ${what}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportPolicyViolation');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const check = (address: string): void => {
    const { protocol, hostname } = new URL(address);
    if (!innerSchemes.has(protocol) && !ownHosts.has(hostname)) offences.push(`request to an outside host: ${address}`);
  };
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => {
    page.on('websocket', (socket) => check(socket.url()));
    page.on('pageerror', (error) => offences.push(`error on ${page.url()}: ${error.stack ?? error.message}`));
  });
}

/**
 * `test` with people. It fails, whatever else it finds, when a page throws, violates the Content-Security-Policy
 * or asks anything of a host that is not this machine.
 */
export const test = base.extend<Fixtures>({
  person: async ({ browser }, use) => {
    const offences: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async ({ locale, url, ...options }) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
        locale: locale === 'de' ? 'de-DE' : 'en-GB',
        baseURL: url,
      });
      contexts.push(context);
      await watch(context, offences);
      return { context, page: await context.newPage(), locale };
    });
    for (const context of contexts) await context.close();
    expect(offences, 'pages that throw, break their policy or ask outside hosts').toEqual([]);
  },
});
