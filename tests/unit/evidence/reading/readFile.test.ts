import { describe, expect, test } from 'vitest';
import type { ColumnPlan, Role } from '@/lib/evidence/reading/columns';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { ReadItem } from '@/lib/evidence/reading/readResponse';
import { fixture, inspect, problemsOf, readAll, responsesOf, showResponse, textFile } from './wholeFile';

/** A plan with other roles for some of its columns. */
const withRoles = (plan: ReadingPlan, roles: Record<string, Role>): ReadingPlan => ({
  ...plan,
  columns: plan.columns.map((column): ColumnPlan => ({ ...column, role: roles[column.name] ?? column.role, doubts: [] })),
});

const fingerprints = (items: readonly ReadItem[]): string[] => responsesOf(items).map(({ fingerprint }) => fingerprint);

describe('a row is known again', () => {
  const rows = ['9,Alles war wirklich sehr gut,Köln', '3,Niemand rief jemals zurück,Bonn', '9,,Köln', '9,,Köln', '9,,Köln'];
  const file = (...lines: string[]) => textFile(['NPS,Warum,Ort', ...lines].join('\n'));

  test('in the same file and in one that overlaps; equal rows count as many as they are', async () => {
    const { plan } = await inspect(file(...rows));
    const first = fingerprints(await readAll(file(...rows), plan));
    expect(new Set(first).size).toBe(5);
    expect(fingerprints(await readAll(file(...rows), plan))).toEqual(first);
    const next = fingerprints(await readAll(file('10,,Köln', ...rows, '9,,Köln'), plan));
    expect(next.filter((one) => !first.includes(one))).toHaveLength(2);
  });

  test('when the plan was corrected, the columns are in another order, one is new and empty, or the file is encoded otherwise', async () => {
    const { plan } = await inspect(file(...rows));
    const first = fingerprints(await readAll(file(...rows), plan));
    const corrected = withRoles(plan, { Ort: { kind: 'touchpoint' }, Warum: { kind: 'ignore' } });
    expect(fingerprints(await readAll(file(...rows), corrected))).toEqual(first);
    const moved = textFile(
      `\ufeffNeu;Ort;NPS;Warum\r\n${rows
        .map((row) => row.split(','))
        .map(([nps, why, place]) => `;${place};${nps};"${why}"`)
        .join('\r\n')}`,
    );
    expect(fingerprints(await readAll(moved, (await inspect(moved)).plan))).toEqual(first);
  });

  test('by its identifier, whatever else was changed since', async () => {
    const before = textFile('Response ID,NPS,Comment\nr1,9,Nothing to add to this really\nr2,3,\n');
    const after = textFile(
      'Response ID,NPS,Comment\nr2,4,Now that I think of it again\nr3,5,\nr1,9,Nothing to add to this really\n',
    );
    const { plan } = await inspect(before);
    const first = responsesOf(await readAll(before, plan));
    const second = responsesOf(await readAll(after, plan));
    expect(second.map(({ fingerprint }) => first.findIndex((one) => one.fingerprint === fingerprint))).toEqual([1, -1, 0]);
    expect(second[2]?.contentFingerprint).toBe(first[0]?.contentFingerprint);
    expect(second[0]?.contentFingerprint).not.toBe(first[1]?.contentFingerprint);
  });

  test('within a file: the same answer twice counts once, another one under the same identifier is rejected', async () => {
    const source = textFile('Response ID,NPS\nr1,9\nr2,3\nr1,9\nr2,10\n');
    const plan = withRoles((await inspect(source)).plan, { 'Response ID': { kind: 'identifier', of: 'response' } });
    const items = await readAll(source, plan);
    expect(items.map(({ kind }) => kind)).toEqual(['response', 'response', 'repeated', 'rejected']);
    expect(items[3]).toEqual({
      kind: 'rejected',
      row: 3,
      line: 5,
      problem: { key: 'row.identifierTwice', line: 5, column: 'Response ID', values: {} },
    });
  });
});

describe('a row is rejected with its line, its column and why', () => {
  test('never moved to the nearest value, never cut', async () => {
    const source = textFile(
      [
        'id;NPS;Datum;Kommentar;Ort',
        'a;11;12.03.2026;x;y',
        'b;neun;12.03.2026;x;y',
        'c;8,5;12.03.2026;x;y',
        'd;8;gestern;x;y',
        'e;8;12.03.2026;x;y;z',
        `f;8;12.03.2026;${'x'.repeat(60)};y`,
        `g;8;12.03.2026;x;${'y'.repeat(30)}`,
        'h;n/a;12.03.2026;;y',
        'i;8',
        'j;"8;12.03.2026;x;y',
        'k;7;13.03.2026;anna@example.org;y',
        'l;anna@example.org;13.03.2026;x;y',
      ].join('\n'),
    );
    const { plan } = await inspect(source);
    const settled = withRoles(plan, {
      id: { kind: 'identifier', of: 'response' },
      NPS: { kind: 'score', scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' }, labels: {} },
      Datum: { kind: 'time', form: 'dmy' },
      Kommentar: { kind: 'verbatim' },
      Ort: { kind: 'segment' },
    });
    const items = await readAll(source, settled, { ...usualLimits, maxVerbatimLength: 50, maxValueLength: 20 });
    expect(problemsOf(items)).toEqual([
      '2 NPS score.outside',
      '3 NPS score.notANumber',
      '4 NPS score.notWhole',
      '5 Datum time.unreadable',
      '6 row.tooManyCells',
      '7 Kommentar text.tooLong',
      '8 Ort text.tooLong',
      '9 row.nothingAnswered',
      '11 row.quoteNotClosed',
      '13 NPS score.notANumber',
    ]);
    expect(responsesOf(items).map(({ line, responseId }) => `${line} ${responseId}`)).toEqual(['10 i', '12 k']);
    expect(items.map((item) => ('row' in item ? item.row : -1))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    // A report of what went wrong is no place for personal data either.
    expect(items.at(-1)).toMatchObject({ problem: { values: { given: '▇▇▇' } } });
  });
});

describe('personal data', () => {
  const source = textFile(
    'E-Mail,Name,Kunden-Nr.,NPS,Kommentar\nanna@example.org,Anna,K-1,9,Rückruf an +49 30 1234567 wäre nett gewesen\nben@example.org,Ben,K-2,3,Alles in bester Ordnung soweit\n',
  );

  test('is not read unless somebody has decided so', async () => {
    const { plan } = await inspect(source);
    const items = await readAll(source, plan);
    expect(JSON.stringify(items)).not.toMatch(/anna|ben@|1234567/i);
    expect(responsesOf(items)[0]).toMatchObject({ personId: 'K-1', verbatims: [{ masked: ['phone'] }], personal: [] });
  });

  test('is given with its treatment when it is kept or replaced by a pseudonym', async () => {
    const { plan } = await inspect(source);
    const kept = withRoles(
      { ...plan, masksVerbatims: false },
      {
        'E-Mail': { kind: 'personal', data: 'email', treatment: 'pseudonymise' },
        Name: { kind: 'personal', data: 'name', treatment: 'keep' },
      },
    );
    const [first] = responsesOf(await readAll(source, kept));
    expect(first?.personal).toEqual([
      { column: 'E-Mail', data: 'email', treatment: 'pseudonymise', value: 'anna@example.org' },
      { column: 'Name', data: 'name', treatment: 'keep', value: 'Anna' },
    ]);
    expect(first?.verbatims[0]).toEqual({ column: 'Kommentar', text: 'Rückruf an +49 30 1234567 wäre nett gewesen', masked: [] });
  });
});

describe('a file is not read to its end', () => {
  test('when its columns are not the plan’s', async () => {
    const { plan } = await inspect(textFile('NPS,Ort\n9,Köln\n'));
    for (const text of ['NPS,Stadt\n9,Köln\n', 'NPS\n9\n', 'NPS,Ort,Mehr\n9,Köln,x\n', 'Ort,NPS\nKöln,9\n']) {
      expect(await readAll(textFile(text), plan), text).toMatchObject([
        { kind: 'refused', problem: { key: 'plan.columnsChanged' } },
      ]);
    }
    expect((await readAll(textFile('NPS,Stadt\n9,Köln\n'), plan))[0]).toEqual({
      kind: 'refused',
      problem: { key: 'plan.columnsChanged', values: { expected: 'Ort', given: 'Stadt' } },
    });
  });

  test('when nothing was chosen of it, or it has too many rows', async () => {
    const source = textFile('NPS,Ort\n9,Köln\n3,Bonn\n');
    const { plan } = await inspect(source);
    const none = { ...plan, columns: plan.columns.map((column) => ({ ...column, role: { kind: 'ignore' as const } })) };
    expect(await readAll(source, none)).toEqual([{ kind: 'refused', problem: { key: 'plan.nothingChosen', values: {} } }]);
    expect((await readAll(source, plan, { ...usualLimits, maxRows: 2 })).at(-1)).toEqual({
      kind: 'refused',
      problem: { key: 'file.tooManyRows', values: { max: 2 } },
    });
  });

  test('when it breaks off: what came before is given, and that it is not all', async () => {
    const { plan } = await inspect(fixture('delighted.json'));
    const text = '[{"id": "1", "survey_type": "nps", "score": 9, "created_at": 1773126000}, {"id": "2", "score"';
    const items = await readAll(textFile(text), plan);
    expect(items.map(({ kind }) => kind)).toEqual(['response', 'refused']);
    expect(problemsOf(items)).toEqual(['1 json.syntax']);
  });
});

describe('JSON', () => {
  test('may have columns that the plan does not know, in any order, and broken records', async () => {
    const { plan } = await inspect(fixture('delighted.json'));
    const text = JSON.stringify([{ new_field: 'x', score: 9, created_at: 1773126000, id: 'n1' }, 7, { id: 'n2', score: 11 }]);
    const items = await readAll(textFile(text), plan);
    expect(responsesOf(items).map(showResponse)).toEqual(['n1 2026-03-10T07:00 nps 9']);
    expect(problemsOf(items)).toEqual(['1 row.notJson', '1 score score.outside', 'columns.notInPlan']);
  });

  test('may be one answer, as a webhook sends it', async () => {
    const text = JSON.stringify({
      id: '5',
      survey_type: 'csat',
      score: 4,
      comment: 'Fine',
      created_at: 1773126000,
      additional_answers: [{ x: 1 }],
    });
    const { plan } = await inspect(textFile(text));
    expect(plan).toMatchObject({ layout: 'delighted', form: { records: 'values' } });
    expect(responsesOf(await readAll(textFile(text), plan)).map(showResponse)).toEqual(['5 2026-03-10T07:00 csat 4 [1] "Fine"']);
  });

  test('of several surveys in one file says so', async () => {
    const text = JSON.stringify(
      ['nps', 'csat'].map((survey_type, id) => ({ id, survey_type, score: 4, created_at: 1773126000 })),
    );
    const { remarks } = await inspect(textFile(text));
    expect(remarks.map(({ column, key }) => `${column} ${key}`)).toEqual(['score score.severalSurveys']);
  });

  test('and tables may hold what no database takes: it is left out', async () => {
    const source = textFile(
      `{"id": "a\\u0000b", "nps": 9, "comment": "half \\ud83d, \\u0007 bell\\r\\nand more of it "}\n{"id": "c", "nps": 3}\n`,
    );
    const { plan } = await inspect(source);
    expect(responsesOf(await readAll(source, plan)).map(showResponse)[0]).toBe('ab nps 9 "half \ufffd,  bell\\nand more of it"');
  });
});

test('a list of kinds without scores or words is read, too: contact reasons', async () => {
  const source = textFile('Datum;Kanal;Anliegen\n12.03.2026;Telefon;Rechnung\n12.03.2026;Telefon;Umzug\n13.03.2026;;\n');
  const { plan } = await inspect(source);
  const items = await readAll(source, plan);
  expect(responsesOf(items).map(showResponse)).toEqual([
    '2026-03-11T23:00 via Telefon [Rechnung]',
    '2026-03-11T23:00 via Telefon [Umzug]',
  ]);
  expect(problemsOf(items)).toEqual(['4 row.nothingAnswered']);
});

const npsRole = {
  kind: 'score' as const,
  scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' } as const,
  labels: {},
};

test('what a report shows of a cell has no half of an address in it either', async () => {
  const source = textFile(`NPS,Comment\n${'x'.repeat(60)} anna.mueller@example.org,"a, b"\n9,"a, c"\n`);
  const plan = withRoles((await inspect(source)).plan, { NPS: npsRole });
  const [first] = await readAll(source, plan);
  expect(first?.kind === 'rejected' && first.problem.key).toBe('score.notANumber');
  expect(JSON.stringify(first)).toContain('xxx ▇▇▇');
  expect(JSON.stringify(first)).not.toContain('anna');
});
