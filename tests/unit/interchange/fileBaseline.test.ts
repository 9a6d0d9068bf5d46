import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checksumOf } from '@/lib/interchange/fileBaseline';
import { toMapFile } from '@/lib/interchange/mapFile';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { toReport } from '@/lib/interchange/report';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { maxTextLength } from '@/lib/map/text';
import { fileBaseline } from '@/tests/builders/fileBaseline';
import { mapBuilder, mapWithReasons, smallMap } from '@/tests/builders/map';

const future = mapBuilder({ title: 'A bill that is right', kind: 'future' }).toMap();

type Written = ReturnType<typeof JSON.parse>;

/** The file of a future state after a change of its data. */
function file(change: (baseline: Written, whole: Written) => void = () => undefined): string {
  const whole = JSON.parse(toMapFile(future, { programVersion: '1.0.0', baseline: fileBaseline() }));
  change(whole.baseline, whole);
  return JSON.stringify(whole, null, 2);
}

const problemsOf = (text: string): string[] => readMapFile(text).problems.map(({ path = '', key }) => `${path} ${key}`);
const baselineOf = (text: string) => {
  const read = readMapFile(text);
  return read.map === null ? null : (read.baseline ?? null);
};

describe('what a future state starts from', () => {
  test('stands behind the map in its file, and is read as it was written', () => {
    const text = file();
    expect(Object.keys(JSON.parse(text)).at(-1)).toBe('baseline');
    expect(readMapFile(text)).toEqual({
      ...{ map: future, problems: [], baseline: fileBaseline() },
      baselineLine: text.slice(0, text.indexOf('"baseline"')).split('\n').length,
    });
    expect(text.trimEnd()).toBe(toMapFile(future, { programVersion: '1.0.0', baseline: fileBaseline() }).trimEnd());
  });

  test('has the checksum of its canonical JSON, which anybody can compute, and which does not heed how the file is indented', () => {
    const { content } = JSON.parse(file()).baseline;
    expect(content.sha256).toBe(createHash('sha256').update(toCanonicalJson(smallMap())).digest('hex'));
    const tight = JSON.stringify(JSON.parse(file()));
    expect([baselineOf(tight), problemsOf(tight)]).toEqual([fileBaseline(), []]);
    const turned = file(({ content }) => {
      content.map = Object.fromEntries(Object.entries(content.map).reverse());
    });
    expect(baselineOf(turned)).toEqual(fileBaseline());
  });

  test('may be without what was on it, and without ids; that is told, and what is known stays', () => {
    const without = file((baseline) => {
      delete baseline.content;
      delete baseline.source.id;
      delete baseline.version.contentHash;
      baseline.version.id = null;
    });
    expect(baselineOf(without)).toMatchObject({
      source: { id: null, title: 'A bill that is too high' },
      version: { id: null, number: 3, name: 'Agreed', contentHash: null },
      content: null,
    });
    expect(problemsOf(without)).toEqual(['baseline json.baselineContentMissing']);
    const written = toMapFile(future, { baseline: fileBaseline({ content: null }) });
    expect([baselineOf(written), problemsOf(written)]).toEqual([
      fileBaseline({ content: null }),
      ['baseline json.baselineContentMissing'],
    ]);
  });

  test('is told to be missing where whoever made the file could not see it; a map that starts from nothing says nothing', () => {
    const withheld = toMapFile(future, { baseline: null });
    expect([baselineOf(withheld), problemsOf(withheld)]).toEqual([null, ['baseline json.baselineWithheld']]);
    expect(problemsOf(toMapFile(future, {}))).toEqual([]);
  });

  test.each([
    ['a changed word', (content: Written) => Object.assign(content.map.steps[0], { title: 'Something else' })],
    ['a record that is gone', (content: Written) => content.map.cards.pop()],
    ['another checksum', (content: Written) => Object.assign(content, { sha256: 'f'.repeat(64) })],
    ['no checksum', (content: Written) => Reflect.deleteProperty(content, 'sha256')],
    ['no map', (content: Written) => Object.assign(content, { map: null })],
    ['no number of its form', (content: Written) => Object.assign(content, { schemaVersion: '2' })],
  ])('is left out with %s, and only that', (_, change) => {
    const text = file(({ content }) => void change(content));
    expect(baselineOf(text)).toEqual(fileBaseline({ content: null }));
    expect(problemsOf(text)).toEqual(['baseline.content json.baselineContentChanged']);
    const { line } = readMapFile(text).problems[0] ?? {};
    expect(text.split('\n')[(line ?? 0) - 1]).toContain('"content": {');
  });

  test('of a newer form is left out, and says so', () => {
    const text = file(({ content }) => Object.assign(content, { schemaVersion: 999 }));
    expect(baselineOf(text)?.content).toBeNull();
    expect(problemsOf(text)).toEqual(['baseline.content.schemaVersion json.baselineContentNewer']);
  });

  test('without reasons, votes and what was deleted, whatever the file holds', () => {
    const content = mapWithReasons();
    const cards = content.cards.map((card, index) => ({ ...card, ...(index === 0 ? { deletedAt: 1 } : { votes: 2 }) }));
    const text = toMapFile(future, { baseline: fileBaseline({ content: { ...content, cards } }) });
    const read = baselineOf(text)?.content;
    expect(read?.reasons).toEqual([]);
    expect(read?.cards.map(({ id }) => id)).toEqual(content.cards.slice(1).map(({ id }) => id));
    expect(read?.cards.every(({ votes }) => votes === undefined)).toBe(true);
  });

  test('is read like any map: what is wrong with it is told where it stands, and in no step’s notes', () => {
    const text = file(({ content }) => {
      content.map.steps[0].colour = 'mauve';
      content.map.emotions[0].stepId = 'nosuch';
      content.sha256 = checksumOf(content.map);
    });
    expect(problemsOf(text)).toEqual([
      'baseline.content.map.emotions.0 json.targetMissing',
      'baseline.content.map.steps.0.colour json.valueLeftOut',
    ]);
    expect(readMapFile(text).problems.every(({ stepId }) => stepId === undefined)).toBe(true);
  });
});

describe('a baseline that is none', () => {
  test.each([
    ['no number', (baseline: Written) => Reflect.deleteProperty(baseline.version, 'number'), 'version.number'],
    ['a number that no version has', (baseline: Written) => Object.assign(baseline.version, { number: 0 }), 'version.number'],
    [
      'a number beyond all databases',
      (baseline: Written) => Object.assign(baseline.version, { number: 2 ** 31 }),
      'version.number',
    ],
    ['no time', (baseline: Written) => Object.assign(baseline.version, { at: 'yesterday' }), 'version.at'],
    [
      'a day that there is not',
      (baseline: Written) => Object.assign(baseline.version, { at: '2026-13-01T00:00:00Z' }),
      'version.at',
    ],
    ['the year 0', (baseline: Written) => Object.assign(baseline.version, { at: '0000-01-01T00:00:00Z' }), 'version.at'],
    ['no title', (baseline: Written) => Object.assign(baseline.source, { title: 7 }), 'source.title'],
    ['no map', (baseline: Written) => Reflect.deleteProperty(baseline, 'source'), 'source'],
    ['a list for a version', (baseline: Written) => Object.assign(baseline, { version: [] }), 'version'],
    ['no word on whether it was signed', (baseline: Written) => Object.assign(baseline, { signed: 'yes' }), 'signed'],
  ])('with %s is left out with a sentence that names it', (_, change, field) => {
    const text = file((baseline) => void change(baseline));
    const { problems } = readMapFile(text);
    expect(baselineOf(text)).toBeNull();
    expect(problems.map(({ path, key }) => [path, key])).toEqual([[`baseline.${field}`, 'json.baselineLeftOut']]);
    expect(toReport(problems, 'en')[0]?.message).toContain(`(${field})`);
    expect(toReport(problems, 'de')[0]?.message).toContain(`(${field})`);
  });

  test.each([7, 'x', [], true])('but %j is left out as well', (given) => {
    expect(problemsOf(file((_, whole) => Object.assign(whole, { baseline: given })))).toEqual(['baseline json.notARecord']);
  });

  test('with ids and names that cannot be is mended, and every change is told', () => {
    const text = file(({ source, version, ...baseline }, whole) => {
      source.id = '../../etc';
      source.title = `A\u0000 bill\ud800`;
      version.id = 7;
      version.contentHash = 'ABC';
      version.name = '  Agreed\n\u0007 at last\udfff ';
      whole.baseline = { ...baseline, source, version, owner: 'me' };
    });
    expect(baselineOf(text)).toMatchObject({
      source: { id: null, title: 'A bill' },
      version: { id: null, name: 'Agreed at last', contentHash: null },
    });
    expect(problemsOf(text).sort()).toEqual([
      'baseline.owner json.unknown',
      'baseline.source.id json.valueLeftOut',
      'baseline.source.title json.charactersLeftOut',
      'baseline.version.contentHash json.valueLeftOut',
      'baseline.version.id json.valueLeftOut',
      'baseline.version.name json.valueChanged',
    ]);
    const long = file(({ source, version }) => {
      source.title = 'x'.repeat(maxTextLength + 5);
      version.name = `${'y'.repeat(99)}😀`;
    });
    expect(baselineOf(long)?.source.title).toHaveLength(maxTextLength);
    expect(baselineOf(long)?.version.name).toBe('y'.repeat(99));
  });
});
