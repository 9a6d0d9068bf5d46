import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { Editor } from './support/editor';
import { dropFile, exportFile, readPdf, readPng, withoutSpace } from './support/files';
import { alive, createJoinLink, joinAsGuest, mapIdOf } from './support/setUp';
import { siteOfThisFile } from './support/site';
import { expect, test } from './support/test';

const site = siteOfThisFile();
const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, '../shared/samples/mermaid');
const files = existsSync(samples)
  ? readdirSync(samples)
      .filter((name) => /\.(mmd|mermaid|md)$/.test(name))
      .map((name) => join(samples, name))
  : [];

/** Drops a file on the list of maps and waits for the dialog that says what becomes of it. */
async function dropOnList(page: Page, path: string): Promise<Locator> {
  await page.goto('/');
  await alive(page);
  await dropFile(page, basename(path), readFileSync(path, 'utf8'));
  const dialog = page.getByRole('dialog', { name: 'New map' });
  await expect(dialog.getByText(`Preview: ${basename(path)}`)).toBeVisible();
  return dialog;
}

async function createFrom(page: Page, dialog: Locator): Promise<Editor> {
  await dialog.getByRole('button', { name: 'Create map from file' }).click();
  await mapIdOf(page);
  const editor = new Editor(page, 'en');
  await editor.ready();
  await editor.fit();
  return editor;
}

/** What a person reads in a well-formed file: its title, and tasks in their order. Knows nothing of the product's parser. */
function readNaively(text: string): { title: string; sections: string[]; tasks: string[] } {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const find = (pattern: RegExp): string[] => lines.flatMap((line) => pattern.exec(line)?.[1]?.trim() ?? []);
  return {
    title: find(/^title:?\s+(.+)$/)[0] ?? '',
    sections: find(/^section\s+(.+)$/),
    tasks: find(/^([^:]+?)\s*:\s*\d\s*(?::|$)/),
  };
}

if (files.length === 0) {
  console.warn(`SKIPPED: no Mermaid samples in ${samples}; only the fixture of this repository is tested.`);
  test.skip('the samples open as maps', () => undefined);
}

for (const file of files) {
  test(`the sample ${basename(file)} opens as a map`, async ({ person }) => {
    const { page } = await person({
      locale: 'en',
      url: site.url,
      storageState: site.ownerState,
      viewport: { width: 1920, height: 1080 },
    });
    const { title, sections, tasks } = readNaively(readFileSync(file, 'utf8'));
    const dialog = await dropOnList(page, file);
    await expect(dialog.getByText(title, { exact: true })).toBeVisible();
    await expect(
      dialog.getByText(new RegExp(`^${sections.length} stages?, ${tasks.length} steps?, \\d+ personas?`)),
    ).toBeVisible();
    await expect(dialog.getByText('Everything in the file is taken over.')).toBeVisible();
    const editor = await createFrom(page, dialog);
    await expect(page.getByRole('banner').getByRole('textbox', { name: 'Title of the map' })).toHaveValue(title);
    for (const section of sections) await expect(editor.stage(section)).toBeVisible();
    for (const [index, task] of tasks.entries()) {
      await expect(page.getByRole('group', { name: `Step ${index + 1}, ${task}, ` })).toBeVisible();
    }
    await expect(editor.canvas.getByRole('slider', { name: /^Emotion of / }).first()).toBeVisible();
  });
}

test('a file with quirks says line by line what is not taken over, is edited by two people and exported', async ({ person }) => {
  const { page, context } = await person({ locale: 'en', url: site.url, storageState: site.ownerState });
  const dialog = await dropOnList(page, join(root, 'tests/fixtures/mermaid/quirks.mmd'));
  await expect(dialog.getByText('Die Rechnung 📄 stimmt nicht')).toBeVisible();
  await expect(dialog.getByText('2 stages, 6 steps, 2 personas: Petra and Sabine')).toBeVisible();
  await expect(dialog.getByText('6 places are not taken over, or differently')).toBeVisible();
  for (const [line, sentence] of [
    [2, 'Settings for how Mermaid draws'],
    [5, 'Settings for how Mermaid draws'],
    [16, '“Mit dem Vormonat vergleichen”: the score 7 is outside 1 to 5.'],
    [17, '“Sich wundern” has no score.'],
    [21, 'The step has no name.'],
    [22, 'left out: “Das hier versteht niemand”'],
  ] as const) {
    await expect(dialog.getByRole('listitem').filter({ hasText: new RegExp(`^Line ${line}(?!\\d)`) })).toContainText(sentence);
  }
  const olga = await createFrom(page, dialog);
  const link = await createJoinLink(context, site.url, await mapIdOf(page));
  const { page: bensPage } = await person({ locale: 'de', url: site.url });
  await joinAsGuest(bensPage, 'de', link.path, 'Ben');
  const ben = new Editor(bensPage, 'de');
  await ben.ready();
  await ben.fit();

  await expect(ben.meta('scenario')).toHaveAccessibleName('Szenario: Eine Kundin ruft an, weil die Rechnung zu hoch ist.');
  await ben.write(ben.step('Nummer wählen & warten'), 'Wartet zwölf Minuten');
  await olga.write(olga.step('Rechnung öffnen'), 'Öffnet die Rechnung');
  await expect(olga.step('Wartet zwölf Minuten')).toBeVisible();
  await expect(ben.step('Öffnet die Rechnung')).toBeVisible();
  await ben.step('Wartet zwölf Minuten').click();
  await bensPage.keyboard.press('ArrowDown');
  await bensPage.keyboard.type('Stellt auf laut');
  await bensPage.keyboard.press('Escape');
  await expect(olga.card('Stellt auf laut')).toHaveAccessibleName(/step 4 Wartet zwölf Minuten, lane Doing$/);
  await Promise.all([olga.saved(), ben.saved()]);

  const steps = ['Öffnet die Rechnung', 'Mit dem Vormonat vergleichen', 'Sich wundern', 'Wartet zwölf Minuten', 'Durchkommen'];
  const texts = ['Die Rechnung', 'stimmt nicht', 'Anrufen; zum zweiten Mal', 'Stellt auf laut', 'Petra', 'Sabine', ...steps];
  for (const editor of [olga, ben]) {
    const pdf = await readPdf(await exportFile(editor.page, editor.locale, 'PDF'));
    expect(pdf.pages).toBe(1);
    for (const text of texts) expect(pdf.text).toContain(withoutSpace(text));
    const png = await readPng(await exportFile(editor.page, editor.locale, 'PNG'));
    expect(png.width / png.height).toBeCloseTo(pdf.width / pdf.height, 2);
    expect(png.width).toBeGreaterThan(2000);
    expect(png.colours).toBeGreaterThan(50);
  }
});
