import { mapFileSchema } from '@/lib/interchange/mapFile';
import { Editor } from './support/editor';
import { exportFile, readPdf, readPng, withoutSpace } from './support/files';
import { TestServer } from './support/server';
import { alive, fillSetup, joinAsGuest, mapIdOf } from './support/setUp';
import { expect, type Person, test } from './support/test';

const server = new TestServer('none');
test.beforeAll(async () => {
  await server.start();
});
test.afterAll(() => server.dispose());

/** A large screen: the whole map is on it, large enough to be worked on. */
const viewport = { width: 1920, height: 1080 };

async function beginWithTemplate({ page }: Person): Promise<Editor> {
  await page.goto(server.setupPath);
  await expect(page.getByRole('heading', { level: 1, name: 'Willkommen bei Wegmarke' })).toBeVisible();
  await fillSetup(page, 'de', { name: 'Anna Adler', email: 'anna@example.org', password: 'korrekt pferd batterie klammer' });
  await expect(page.getByRole('heading', { name: 'Zeichnen Sie die erste Reise' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Neue Karte' }).last().click();
  await page.getByRole('radio', { name: /^Anruf beim Kundenservice/ }).click();
  await page.getByRole('button', { name: 'Karte anlegen' }).click();
  await mapIdOf(page);
  const editor = new Editor(page, 'de');
  await editor.ready();
  await expect(editor.step('Wartet in der Warteschleife')).toBeVisible();
  return editor;
}

async function shareLink({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Teilen' }).click();
  const dialog = page.getByRole('dialog', { name: '„Anruf beim Kundenservice“ teilen' });
  await dialog.getByRole('button', { name: 'Link erstellen' }).click();
  const address = await dialog.getByRole('textbox', { name: 'Adresse des Links' }).inputValue();
  await expect(dialog.getByRole('img', { name: 'QR-Code mit der Adresse des Links' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Schließen', exact: true }).click();
  return address;
}

async function join({ page }: Person, address: string): Promise<Editor> {
  await page.goto(new URL(address).pathname);
  await expect(page.getByRole('heading', { level: 1, name: 'Take part: Anruf beim Kundenservice' })).toBeVisible();
  await alive(page);
  await page.getByLabel('Department').selectOption({ label: 'Buchhaltung' });
  await joinAsGuest(page, 'en', null, 'Ben Bauer');
  const editor = new Editor(page, 'en');
  await editor.ready();
  return editor;
}

test('two people make a map, from the printed address to the exported files', async ({ person }) => {
  const annasBrowser = await person({ locale: 'de', url: server.url, viewport });
  const bensBrowser = await person({ locale: 'en', url: server.url, viewport });
  const [annasPage, bensPage] = [annasBrowser.page, bensBrowser.page];

  const anna = await test.step('first run, account, map from the template', () => beginWithTemplate(annasBrowser));
  const address = await test.step('a join link with its QR code', () => shareLink(annasBrowser));
  const ben = await test.step('a guest joins by name and department', () => join(bensBrowser, address));
  await bensPage.getByRole('button', { name: 'Show details' }).click();
  await anna.roomy();
  await ben.roomy();

  await test.step('both see who is there, where they point and what they have selected', async () => {
    await expect(anna.avatar('Ben Bauer · Buchhaltung')).toBeVisible();
    await expect(ben.avatar('Anna Adler')).toBeVisible();
    await anna.card('Öffnet die E-Mail').click();
    await ben.card('Legt sie neben').click();
    await expect(anna.selectionOf('Ben Bauer')).toBeVisible();
    await expect(ben.selectionOf('Anna Adler')).toBeVisible();
    await expect(anna.cursorOf('Ben Bauer')).toBeVisible();
    await expect(ben.cursorOf('Anna Adler')).toBeVisible();
    const [cursor, card] = [await anna.boxOf(anna.cursorOf('Ben Bauer')), await anna.boxOf(anna.card('Legt sie neben'))];
    expect(cursor.x, 'the pointer is shown on the very card').toBeGreaterThan(card.x);
    expect(cursor.y).toBeGreaterThan(card.y);
  });

  await test.step('title, persona, scenario', async () => {
    const title = annasPage.getByRole('banner').getByRole('textbox', { name: 'Titel der Karte' });
    await title.fill('Die Rechnung stimmt nicht');
    await title.press('Enter');
    await expect(bensPage.getByRole('banner').getByRole('textbox', { name: 'Title of the map' })).toHaveValue(
      'Die Rechnung stimmt nicht',
    );
    await ben.write(ben.meta('persona'), 'Petra, 52, Festnetzkundin');
    await expect(anna.meta('persona')).toHaveAccessibleName('Persona: Petra, 52, Festnetzkundin');
    await anna.write(anna.meta('scenario'), 'will ihr Geld zurück');
    await expect(ben.meta('scenario')).toHaveAccessibleName('Scenario: will ihr Geld zurück');
  });

  await test.step('stages, steps, lanes and cards are added and renamed', async () => {
    // The details have opened beside the map, and its end, where the sign is, is out of view.
    await anna.fit();
    await annasPage.getByRole('button', { name: 'Phase hinzufügen' }).click();
    await anna.typeNew('Nachspiel');
    await anna.fit();
    await annasPage.getByRole('button', { name: 'Schritt hinzufügen' }).click();
    await anna.typeNew('Bekommt einen Brief');
    await ben.fit();
    await expect(ben.stage('Nachspiel')).toBeVisible();
    await ben.write(ben.stage('Nachspiel'), 'Ein halbes Jahr später');
    await ben.write(ben.step('Bekommt einen Brief'), 'Bekommt einen freundlichen Brief');
    await expect(anna.stage('Ein halbes Jahr später')).toBeVisible();
    await expect(anna.step('Bekommt einen freundlichen Brief')).toBeVisible();

    await bensPage.getByRole('button', { name: 'Add a lane' }).last().click();
    await bensPage.getByRole('menuitem', { name: 'Custom lane' }).click();
    await ben.typeNew('Kosten');
    await anna.fit();
    await anna.write(anna.lane('Kosten'), 'Was es uns kostet');
    await expect(ben.lane('Was es uns kostet')).toBeVisible();

    await ben.fit();
    await ben.beginCard(ben.step('Bekommt einen freundlichen Brief'), ben.lane('Was es uns kostet'));
    await ben.typeNew('Porto');
    await anna.write(anna.card('Porto'), 'Porto und ein gutes Wort');
    await expect(ben.card('Porto und ein gutes Wort')).toHaveAccessibleName(
      /step 13 Bekommt einen freundlichen Brief, lane Was es uns kostet$/,
    );
  });

  await test.step('both type into the same card at once', async () => {
    await anna.open(anna.card('Porto und ein gutes Wort'));
    await ben.open(ben.card('Porto und ein gutes Wort'));
    await bensPage.keyboard.press('Control+Home');
    const [before, after] = ['Nicht viel, nur das: ', ', das wenig kostet und lange hält'];
    await Promise.all([
      annasPage.keyboard.type(after, { delay: 30 }),
      bensPage.keyboard.type(before, { delay: 40 }),
      expect(anna.canvas.locator('[data-remote-caret="Ben Bauer"]')).toBeAttached(),
    ]);
    const all = `${before}Porto und ein gutes Wort${after}`;
    await expect(anna.openText).toHaveValue(all);
    await expect(ben.openText).toHaveValue(all);
    await expect(anna.canvas.getByText('Ben Bauer · Buchhaltung schreibt …')).toBeVisible();
    await annasPage.keyboard.press('Escape');
    await bensPage.keyboard.press('Escape');
    await expect(anna.canvas.getByText('Ben Bauer · Buchhaltung schreibt …')).toBeHidden();
    await expect(ben.canvas.getByText('Anna Adler is writing …')).toBeHidden();
  });

  await test.step('a card is dragged into another cell', async () => {
    await ben.drag(ben.card('Legt sie neben'), await ben.cellAt(ben.step('Sucht im Kundenkonto'), ben.lane('Thinking')));
    await expect(anna.card('Legt sie neben')).toHaveAccessibleName(/Schritt 2 Sucht im Kundenkonto .*, Spur Denken$/);
  });

  await test.step('steps are put into another order', async () => {
    const before = await anna.boxOf(anna.step('Sucht im Kundenkonto'));
    await anna.drag(anna.step('Findet endlich'), { x: before.x + 8, y: before.y + before.height / 2 });
    await expect(ben.step('Findet endlich die Telefonnummer')).toHaveAccessibleName(/^Step 2, /);
    await expect(ben.step('Sucht im Kundenkonto')).toHaveAccessibleName(/^Step 3, /);
  });

  await test.step('emotions are set by mouse and by keyboard', async () => {
    const [high, low] = [
      await anna.boxOf(anna.emotion('Schildert ihr Anliegen')),
      await anna.boxOf(anna.emotion('Wartet in der Warteschleife')),
    ];
    await anna.drag(anna.emotion('Wartet in der Warteschleife'), { x: low.x + low.width / 2, y: high.y + high.height / 2 });
    await expect(ben.emotion('Wartet in der Warteschleife')).toHaveAttribute('aria-valuenow', /^0\.[345]$/);
    await ben.emotion('Schildert ihr Anliegen').click();
    await expect(ben.emotion('Schildert ihr Anliegen')).toBeFocused();
    await bensPage.keyboard.press('ArrowUp');
    await bensPage.keyboard.press('Shift+ArrowUp');
    await expect(anna.emotion('Schildert ihr Anliegen')).toHaveAttribute('aria-valuenow', '1.1');
  });

  await test.step('an all-or-nothing moment is marked', async () => {
    await anna.step('Gibt beim Online-Formular auf').click();
    await anna.panel.getByRole('switch', { name: 'Hier entscheidet es sich' }).click();
    await anna.panel.getByRole('textbox', { name: 'Was zum Gehen bewegt' }).fill('Alles noch einmal eintippen');
    await anna.panel.getByRole('radio', { name: 'Geht' }).click();
    await expect(ben.step('Gibt beim Online-Formular auf')).toHaveAccessibleName(/all-or-nothing moment$/);
    await expect(ben.canvas.getByRole('group', { name: 'All-or-nothing moment at step 4: customer leaves' })).toBeVisible();
    await anna.roomy();
  });

  await test.step('a transition is drawn back to an earlier step', async () => {
    await ben.step('Erzählt alles noch einmal').hover();
    const target = await ben.boxOf(ben.step('Ruft an'));
    await ben.drag(bensPage.getByTitle('Draw a transition to another step'), {
      x: target.x + target.width / 2,
      y: target.y + target.height / 2,
    });
    await ben.typeNew('fängt von vorn an');
    await expect(
      anna.canvas.getByRole('group', { name: 'Übergang „fängt von vorn an“ (zurück) von Schritt 9 zu Schritt 5' }),
    ).toBeVisible();
  });

  await test.step('undo takes back one’s own change only', async () => {
    await anna.write(anna.card('Füllt elf Pflichtfelder aus'), 'Füllt zwölf Pflichtfelder aus');
    await ben.write(ben.card('Stellt auf Lautsprecher'), 'Kocht nebenbei');
    await expect(anna.card('Kocht nebenbei')).toBeVisible();
    await annasPage.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(ben.card('Füllt elf Pflichtfelder aus')).toBeVisible();
    await expect(anna.card('Kocht nebenbei')).toBeVisible();
    await annasPage.getByRole('button', { name: 'Wiederholen' }).click();
    await expect(ben.card('Füllt zwölf Pflichtfelder aus')).toBeVisible();
    await expect(ben.card('Kocht nebenbei')).toBeVisible();
  });

  await anna.saved();
  await ben.saved();

  await test.step('each takes the whole map along as PDF and PNG', async () => {
    const mapId = await mapIdOf(annasPage);
    const response = await annasBrowser.context.request.get(`/api/maps/${mapId}/export?format=json`);
    const { map } = mapFileSchema.parse(await response.json());
    expect(map.steps).toHaveLength(13);
    for (const editor of [anna, ben]) {
      const pdf = await readPdf(await exportFile(editor.page, editor.locale, 'PDF'));
      expect(pdf.pages).toBe(1);
      const texts = ['Die Rechnung stimmt nicht', 'Petra, 52, Festnetzkundin', 'will ihr Geld zurück', 'fängt von vorn an'];
      for (const text of [...texts, ...map.steps.map(({ title }) => title), ...map.cards.map((card) => card.text)]) {
        expect(pdf.text).toContain(withoutSpace(text));
      }
      const png = await readPng(await exportFile(editor.page, editor.locale, 'PNG'));
      expect(png.width, 'twice as sharp as the screen').toBeGreaterThan(4000);
      expect(png.width / png.height).toBeCloseTo(pdf.width / pdf.height, 2);
      expect(png.colours).toBeGreaterThan(100);
      for (const share of png.inked) expect(share).toBeGreaterThan(0.03);
    }
  });
});
