import type { BrowserContext, Page } from '@playwright/test';
import { type Frames, framesOf } from '../../bench/editor/frames';
import { bundleDriver } from '../../bench/editor/measureBoard';
import { pause } from '../../bench/sync/schedule';
import type { Dice } from './dice';

/** What the person in the browser felt; milliseconds. */
export type Felt = { keys: number[]; frames: Frames; moving: Frames; longTasks: number[] };

/** Somebody who has the map open in a real Chromium and works in it with keyboard and mouse. */
export class Desk {
  private constructor(
    private readonly page: Page,
    private readonly dice: Dice,
    private readonly failures: string[],
  ) {}

  static async open(context: BrowserContext, url: string, dice: Dice): Promise<Desk> {
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.addInitScript('globalThis.__name ??= (value) => value');
    await page.addInitScript(await bundleDriver());
    await page.goto(url);
    await page.locator('[data-save-state="saved"]').waitFor();
    await page.locator('.map-card').first().waitFor();
    return new Desk(page, dice, failures);
  }

  /** Writes into cards, pans and zooms, until the end. */
  async work(until: number): Promise<Felt> {
    const { page, dice } = this;
    const keys: number[] = [];
    const moving: number[] = [];
    await page.evaluate(() => globalThis.bench.watchFrames());
    await page.evaluate(() => [globalThis.bench.takeFrames(), globalThis.bench.takeLongTasks(), globalThis.bench.takeKeys()]);
    const all: number[] = [];
    while (performance.now() < until) {
      await this.write(until);
      keys.push(...(await page.evaluate(() => globalThis.bench.takeKeys())));
      await pause(dice.between(300, 1_000));
      all.push(...(await page.evaluate(() => globalThis.bench.takeFrames())));
      await this.lookAround();
      const frames = await page.evaluate(() => globalThis.bench.takeFrames());
      moving.push(...frames);
      all.push(...frames);
    }
    all.push(...(await page.evaluate(() => globalThis.bench.takeFrames())));
    const longTasks = await page.evaluate(() => globalThis.bench.takeLongTasks());
    if (this.failures.length > 0) throw new Error(`The page failed: ${this.failures.join('; ')}`);
    return { keys, frames: framesOf(all), moving: framesOf(moving), longTasks };
  }

  private async write(until: number): Promise<void> {
    const { page, dice } = this;
    const cards = await page.evaluate(() =>
      [...document.querySelectorAll('.map-card')]
        .map((card) => card.getBoundingClientRect())
        .filter(
          ({ left, top, right, bottom }) => left > 260 && top > 170 && right < innerWidth - 340 && bottom < innerHeight - 110,
        )
        .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
    );
    const card = dice.one(cards);
    if (!card) return;
    await page.mouse.dblclick(card.x, card.y);
    for (let letter = 0; letter < 25 && performance.now() < until; letter++) {
      const pressed = pause(dice.between(110, 190));
      await page.keyboard.press(letter % 6 === 0 ? 'Space' : 'abcdefghijklmnop'.charAt(Math.floor(dice.between(0, 16))));
      await pressed;
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }

  private async lookAround(): Promise<void> {
    const { page, dice } = this;
    await page.mouse.move(700, 500);
    const [x, y] = [dice.between(-30, 30), dice.between(-15, 15)];
    for (const way of [1, -1]) {
      for (let turn = 0; turn < 20; turn++) {
        await page.mouse.wheel(way * x, way * y);
        await pause(16);
      }
      await pause(400);
    }
  }

  /** Whether the page says that everything of its own is stored. */
  async saved(): Promise<void> {
    await this.page.locator('[data-save-state="saved"]').waitFor();
  }

  /** What the cards in view say, by their ids, without blanks and line breaks. */
  async cards(): Promise<[string, string][]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.map-card')].map((card) => [
        card.dataset.reference?.slice('card:'.length) ?? '',
        (card.textContent ?? '').replace(/\s+/g, ''),
      ]),
    );
  }
}
