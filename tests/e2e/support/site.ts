import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Cable } from './cable';
import { TestServer } from './server';
import { fillSetup, owner } from './setUp';
import { test } from './test';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A running server that is set up, shared by the tests of one file. */
export class Site {
  readonly server = new TestServer();
  private readonly cables: Cable[] = [];
  private state: StorageState | undefined;

  get url(): string {
    return this.server.url;
  }

  /** The cookies of a browser in which the owner is signed in. */
  get ownerState(): StorageState {
    if (!this.state) throw new Error('the site is not set up yet');
    return this.state;
  }

  /** Lays a cable to the server that one person alone uses. */
  async layCable(): Promise<Cable> {
    const cable = await Cable.to(this.server.port);
    this.cables.push(cable);
    return cable;
  }

  /** Starts it and sets it up. `onSetUp` sees the first-run page before it is filled in. */
  async open(browser: Browser, onSetUp?: (page: Page) => Promise<void>): Promise<void> {
    await this.server.start();
    const context = await browser.newContext({ baseURL: this.url, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(this.server.setupPath);
    await onSetUp?.(page);
    await fillSetup(page, 'en', owner);
    this.state = await context.storageState();
    await context.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.cables.map((cable) => cable.remove()));
    await this.server.dispose();
  }
}

/** A site for the file that calls this: there before its first test, gone after its last one. */
export function siteOfThisFile(onSetUp?: (page: Page) => Promise<void>): Site {
  const site = new Site();
  test.beforeAll(({ browser }) => site.open(browser, onSetUp));
  test.afterAll(() => site.close());
  return site;
}
