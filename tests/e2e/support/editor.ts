import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { wordsOf } from './words';

export type Place = { x: number; y: number };

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The editor as somebody sees it who has its page open: things by what they are called, in the language of the interface. */
export class Editor {
  readonly canvas: Locator;
  readonly panel: Locator;
  readonly saveState: Locator;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.canvas = page.getByRole('region', { name: this.words('canvas.label'), exact: true });
    this.panel = page.getByRole('complementary', { name: this.words('inspector.panel') });
    this.saveState = page.getByRole('banner').locator('[data-save-state]');
  }

  private words(key: Parameters<ReturnType<typeof wordsOf<'editor'>>>[0]): string {
    return wordsOf(this.locale, 'editor')(key);
  }

  /** Waits until the map is shown and everything on it is stored. */
  async ready(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await this.saved();
  }

  /** On a phone, which shows the journey as a list first: shows the map. */
  async showMap(): Promise<void> {
    await this.page.getByRole('button', { name: wordsOf(this.locale, 'tableView')('showMap') }).tap();
    await expect(this.canvas).toBeVisible();
  }

  /** Waits until the server has stored everything. */
  async saved(): Promise<void> {
    await expect(this.saveState).toHaveAccessibleName(wordsOf(this.locale, 'sync')('state.saved'));
  }

  /** Cards that begin with a text. */
  card(text: string): Locator {
    const word = this.words('canvas.card');
    const name = this.locale === 'de' ? `^Zettel „${literal(text)}` : `^Card “${literal(text)}`;
    return this.canvas.locator(`[aria-roledescription="${word}"]`).and(this.page.getByRole('group', { name: new RegExp(name) }));
  }

  step(title: string): Locator {
    const word = this.locale === 'de' ? 'Schritt' : 'Step';
    return this.page.getByRole('group', { name: new RegExp(`^${word} \\d+, ${literal(title)}`) });
  }

  stage(title: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${this.locale === 'de' ? 'Phase' : 'Stage'} ${literal(title)}, `) });
  }

  lane(title: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${this.locale === 'de' ? 'Spur' : 'Lane'} ${literal(title)}`) });
  }

  meta(field: 'title' | 'persona' | 'scenario' | 'goal'): Locator {
    const name = {
      title: ['Titel der Karte', 'Title of the map'],
      persona: ['Persona', 'Persona'],
      scenario: ['Szenario', 'Scenario'],
      goal: ['Ziel', 'Goal'],
    }[field];
    return this.canvas.getByRole('group', { name: new RegExp(`^${name[this.locale === 'de' ? 0 : 1]}: `) });
  }

  /** The point of the emotion curve at a step. */
  emotion(step: string): Locator {
    return this.canvas.getByRole('slider', { name: new RegExp(` \\d+ ${literal(step)}`) });
  }

  /** The text that is open for writing on the map. */
  get openText(): Locator {
    return this.canvas.getByRole('textbox');
  }

  /** Waits until the indicator says that this page is cut off, with so many changes of its own. */
  async offline(changes: number): Promise<void> {
    const t = wordsOf(this.locale, 'sync');
    await expect(this.saveState).toHaveAccessibleName(
      changes === 0 ? t('state.offline') : t('state.offlineChanges', { changes }),
    );
  }

  /** The names of everything on the map that is in view, as a screen reader would say them. */
  async contents(): Promise<string[]> {
    const labels = await this.canvas
      .locator('[data-reference]')
      .evaluateAll((elements) =>
        elements.map((element) => `${element.getAttribute('aria-label')} ${element.getAttribute('aria-valuetext') ?? ''}`.trim()),
      );
    return labels.sort();
  }

  /** Shows the whole map. */
  async fit(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('canvas.fit') }).click();
  }

  /** Room to work on a large screen: the whole map, no overview in the corner, no panel unless something is selected. */
  async roomy(): Promise<void> {
    for (const name of [this.words('canvas.hideMinimap'), this.words('topbar.hidePanel')]) {
      const button = this.page.getByRole('button', { name });
      if (await button.isVisible()) await button.click();
    }
    await this.fit();
  }

  /** Waits until the canvas has come to rest: it glides when the whole map is shown, in frames, as this counts them. */
  private async atRest(): Promise<void> {
    await this.page.evaluate(async () => {
      const viewport = document.querySelector('.react-flow__viewport');
      const place = () => viewport?.getAttribute('style');
      for (let [before, still] = [place(), 0]; still < 10; still = place() === before ? still + 1 : 0) {
        before = place();
        await new Promise(requestAnimationFrame);
      }
    });
  }

  /** Where something is on the screen, once the canvas rests. */
  async boxOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    await this.atRest();
    const box = await target.boundingBox();
    if (!box) throw new Error(`${target} is not in view`);
    return box;
  }

  /** Opens the text of something by a double click, as one does with a mouse. */
  async open(target: Locator): Promise<Locator> {
    await target.dblclick();
    await expect(this.openText).toBeFocused();
    return this.openText;
  }

  /** Opens a text, replaces it and closes it. */
  async write(target: Locator, text: string): Promise<void> {
    await this.open(target);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
    await expect(this.openText).toHaveCount(0);
  }

  /** Whether the page would ask to stay if it were closed now, because edits are nowhere but in this window. */
  asksToStay(): Promise<boolean> {
    return this.page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  }

  /** The place on the screen where a step's column and a lane's row meet: a cell has an element only while somebody points at it. */
  async cellAt(step: Locator, lane: Locator): Promise<Place> {
    const [column, row] = [await this.boxOf(step), await this.boxOf(lane)];
    return { x: column.x + column.width / 2, y: row.y + row.height / 2 };
  }

  /** Begins a card in an empty cell by a double click. The hand rests there first, as a hand does: a cell takes form under the pointer. */
  async beginCard(step: Locator, lane: Locator): Promise<void> {
    const { x, y } = await this.cellAt(step, lane);
    await this.page.mouse.move(x, y);
    await this.atRest();
    await this.page.mouse.dblclick(x, y);
  }

  /** Drags by the mouse in a few moves, from the middle of one thing to a place on the screen. */
  async drag(from: Locator, to: Place): Promise<void> {
    const box = await this.boxOf(from);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Types the words of something new, whose text is open, and closes it. */
  async typeNew(text: string): Promise<void> {
    await expect(this.openText).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Escape');
    await expect(this.openText).toHaveCount(0);
  }

  /** A person’s avatar in the bar. */
  avatar(name: string): Locator {
    return this.page
      .getByRole('list', { name: this.words('people.others') })
      .getByRole('button', { name: new RegExp(`^${literal(name)}`) });
  }

  /** The others’ pointers and what they have selected: drawn for the eye only, so they have no role. */
  cursorOf(name: string): Locator {
    return this.canvas.locator(`[data-remote-cursor="${name}"]`);
  }

  selectionOf(name: string): Locator {
    return this.canvas.locator(`[data-remote-selection="${name}"]`);
  }
}
