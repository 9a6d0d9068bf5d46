import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { pause } from '../sync/schedule';
import type { Board, OpenScene } from './board';
import { type Effort, type Handled, handleScene, viewport } from './handleScene';
import { memoryOf } from './memoryOf';
import type { Scene } from './notes';

/** So long without a long task, and a page counts as interactive since the last one's end. Milliseconds. */
const quietMs = 500;
const longestOpeningMs = 240_000;
/** What one opening of a scene showed; times in milliseconds, memory in MB. */
export type Felt = Handled & { shown: number; interactive: number; heap: number; resident: number | null };

/** Nothing outside of this machine is reached by any of them. */
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...args, onlyHere] });

/** The script that every page under measurement gets. */
export async function bundleDriver(): Promise<string> {
  const entry = new URL('./page/driver.ts', import.meta.url).pathname;
  const bundle = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  return bundle.outputFiles[0]?.text ?? '';
}

/** Opens a scene in a fresh browser and does with it what a person does, measuring. */
export async function measureBoard(board: Board, opened: OpenScene, scene: Scene, effort: Effort, driver: string): Promise<Felt> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport, locale: 'en-GB' });
    await context.addCookies(opened.cookies);
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.addInitScript('globalThis.__name ??= (value) => value');
    await page.addInitScript(driver);
    const texts = [...new Set(scene.notes.map(({ lines }) => lines[0] ?? ''))].filter((line) => line !== '');
    await page.addInitScript((known) => globalThis.bench.awaitText(known), texts);
    await page.goto(opened.url, { waitUntil: 'commit' });
    const times = await whenOpened(page);
    await page.evaluate(() => globalThis.bench.watchFrames());
    const felt = await handleScene(page, board.zoomKind, opened, scene, effort);
    if (failures.length > 0) throw new Error(`${board.name} failed: ${failures.join('; ')}`);
    return { ...times, ...felt, ...(await memoryOf(browser, page)) };
  } finally {
    await browser.close();
  }
}

/** Asks from outside: a page at rest has no frames in which it could look by itself. */
async function whenOpened(page: Page): Promise<{ shown: number; interactive: number }> {
  const end = performance.now() + longestOpeningMs;
  for (;;) {
    const times = await page.evaluate((quiet) => globalThis.bench.opened(quiet), quietMs);
    if (times) return times;
    if (performance.now() > end) throw new Error(`${page.url()} did not open.`);
    await pause(100);
  }
}
