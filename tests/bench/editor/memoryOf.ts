import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** What the page holds after a collection: JavaScript's objects, and what is its process' own (Linux). */
export async function memoryOf(browser: Browser, page: Page): Promise<{ heap: number; resident: number | null }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({ type: kind }) => kind === 'renderer').map(({ id }) => privateMemory(id));
  const largest = Math.max(...own);
  return { heap: usedSize / 1e6, resident: Number.isFinite(largest) ? largest : null };
}

function privateMemory(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1_000;
  } catch {
    return Number.NaN;
  }
}
