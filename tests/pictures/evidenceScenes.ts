import { type BrowserContext, expect } from '@playwright/test';
import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import type { Installation } from '../builders/installation';
import { ask, importInto, type MadeSource, makeSource } from '../e2e/support/evidence';
import type { Photographer } from './photographer';

type Survey = {
  name: string;
  file: string;
  head: string;
  channels: readonly string[];
  good: readonly string[];
  bad: readonly string[];
};

const surveys: Record<Locale, Survey> = {
  en: {
    ...{ name: 'After the call', file: 'calls.csv', channels: ['Phone', 'Web', 'Shop', 'Mail'] },
    head: 'Number,Date,Channel,How likely are you to recommend us? (0-10),Effort (1-5),Why?',
    good: [
      'The man at the hotline knew my case already. Thank you!',
      'Solved in two minutes, and I was called back to make sure.',
      'Friendly, and at last somebody who may decide something.',
      'The link that you sent by text message did it.',
      'Nobody had to put me through, for the first time.',
    ],
    bad: [
      'Forty minutes in the queue, and then the line broke off.',
      'I told my story four times to four people.',
      'The bill says one thing, the website another one.',
      'Nobody called back although it was promised twice.',
      'The form lost everything that I had typed.',
    ],
  },
  de: {
    ...{ name: 'Nach dem Anruf', file: 'anrufe.csv', channels: ['Telefon', 'Web', 'Filiale', 'Brief'] },
    head: 'Nummer,Datum,Kanal,Würden Sie uns weiterempfehlen? (0-10),Aufwand (1-5),Warum?',
    good: [
      'Der Mann an der Hotline kannte meinen Fall schon. Danke!',
      'In zwei Minuten gelöst, und später rief noch jemand an.',
      'Freundlich, und endlich jemand, der etwas entscheiden darf.',
      'Der Link aus der Kurznachricht hat es gebracht.',
      'Zum ersten Mal musste mich niemand verbinden.',
    ],
    bad: [
      'Vierzig Minuten Warteschleife, dann war die Leitung tot.',
      'Ich habe meine Geschichte vier Leuten viermal erzählt.',
      'Auf der Rechnung steht das eine, im Netz das andere.',
      'Niemand rief zurück, obwohl es zweimal versprochen war.',
      'Das Formular hat alles vergessen, was ich getippt hatte.',
    ],
  },
};

/** Fourteen months of invented answers that get better; in one month only a few came, in another one none. */
function write({ head, channels, good, bad }: Survey, from = 0): Buffer {
  const lines = Array.from({ length: 900 }, (_, index) => {
    const month = (index * 5) % 14;
    // The same ones each time, and spread like chance.
    const spread = (index * 7_919) % 97;
    if (month === 9 || (month === 6 && spread > 8)) return '';
    const score = spread < 24 - month ? spread % 7 : 7 + ((index * 31 + month) % 4);
    const day = new Date(Date.UTC(2025, month, 1 + (index % 27))).toISOString().slice(0, 10);
    const words = score > 8 ? `"${good[index % 5]} V-${index}."` : score < 5 ? `"${bad[index % 5]} V-${index}."` : '';
    const channel = channels[(spread * spread) % 97 < 48 ? 0 : spread % 4];
    return `V-${from + index},${day},${channel},${score},${score > 8 ? 1 : score > 6 ? 2 : 5},${words}`;
  });
  return Buffer.from([head, ...lines.filter((line) => line !== ''), ''].join('\n'));
}

const mapSchema = z.object({
  map: z.object({ steps: z.array(z.object({ id: z.string() })), lanes: z.array(z.object({ id: z.string(), kind: z.string() })) }),
});
const quotesSchema = z.object({ items: z.array(z.object({ id: z.string(), verbatims: z.record(z.string(), z.string()) })) });

/** What customers said, on a map: parts of a source and single quotes, linked to steps, with the panel beside them. */
async function takeEvidenceOnMap(
  photographer: Photographer,
  owner: BrowserContext,
  installation: Installation,
  source: MadeSource,
): Promise<void> {
  const { locale, url } = photographer;
  const t = translatorOf(locale, 'evidence');
  const survey = surveys[locale];
  const mapId = await installation.createMap(owner, { type: 'template', id: 'customerServiceCall', locale });
  const { map } = mapSchema.parse(await ask(owner, url, 'GET', `/maps/${mapId}/document`));
  const { items } = quotesSchema.parse(await ask(owner, url, 'GET', `/sources/${source.id}/answers?limit=200`));
  const spoken = items.flatMap(({ id, verbatims }) => {
    const [column] = Object.entries(verbatims).find(([, text]) => text.trim() !== '') ?? [];
    return column === undefined ? [] : [{ responseId: id, column: Number(column), text: verbatims[column] ?? '' }];
  });
  const quoteOf = (words: string) => spoken.find(({ text }) => text.startsWith(words));
  const said = [survey.bad[4], survey.bad[3], survey.bad[0], survey.good[1], survey.bad[1]];
  const operations = map.steps.slice(2, 7).flatMap(({ id }, index) => {
    const target = { type: 'step', id };
    const channel = survey.channels[index % survey.channels.length];
    const quote = quoteOf(said[index] ?? '');
    const part = { op: 'linkEvidence', target, sourceId: source.id, filter: { channel } };
    return quote
      ? [part, { op: 'linkEvidence', target, sourceId: source.id, responseId: quote.responseId, column: quote.column }]
      : [part];
  });
  const lane = { op: 'addLane', kind: 'evidence' };
  // Curve and evidence stand close to each other, so that one picture has both.
  const folded = map.lanes.map(({ id }) => ({ op: 'foldLane', id, folded: true }));
  await ask(owner, url, 'POST', `/maps/${mapId}/operations`, { operations: [lane, ...folded, ...operations] });
  const page = await owner.newPage();
  await page.goto(`${url}/maps/${mapId}`);
  await page.getByRole('button', { name: t('title'), exact: true }).click();
  await expect(
    page
      .getByRole('complementary', { name: t('title') })
      .getByRole('listitem')
      .first(),
  ).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('figure', { name: /^NPS/ }).first()).toBeVisible({
    timeout: 30_000,
  });
  await photographer.take(page, 'evidence-map');
  await page.close();
}

/** A file that is looked at, the scores of a source, and what customers say on a map. */
export async function takeEvidence(photographer: Photographer, owner: BrowserContext, installation: Installation): Promise<void> {
  const { locale, url } = photographer;
  const t = translatorOf(locale, 'evidencePages');
  const survey = surveys[locale];
  const source = await makeSource(owner, url, survey.name);
  const page = await owner.newPage();
  await page.goto(`${url}${source.path}/import`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t('files.choose') }).click();
  await (await chooser).setFiles({ name: survey.file, mimeType: 'text/csv', buffer: write(survey) });
  const open = page.getByText(t('wizard.directionOpen', { min: 1, max: 5 }));
  await expect(open).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: t('wizard.previewRows') })).toBeVisible({ timeout: 30_000 });
  await open.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await photographer.take(page, 'evidence-import');

  await page.getByRole('button', { name: t('wizard.discard') }).click();
  await page.waitForURL(/\/import$/);

  const settled = survey.head.replace(/,[^,]*\(1-5\)/, '');
  const scored = write(survey)
    .toString('utf8')
    .split('\n')
    .map((line, index) => (index === 0 ? settled : line.replace(/^((?:[^,]*,){4})[^,]*,/, '$1')));
  await importInto(owner, url, source, Buffer.from(scored.join('\n')));
  await page.goto(`${url}${source.path}?split=channel`);
  await expect(page.getByText(t('scores.trend')).first()).toBeVisible({ timeout: 30_000 });
  await photographer.take(page, 'evidence-scores');
  await page.close();
  await takeEvidenceOnMap(photographer, owner, installation, source);
}
