import { describe, expect, test } from 'vitest';
import { adoptPlan } from '@/lib/evidence/reading/adoptPlan';
import { encodingNames } from '@/lib/evidence/reading/encoding/encodingName';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import { readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import { encodeText, joinBytes } from '@/tests/builders/encodeText';
import { fixture, inspect, problemsOf, readAll, responsesOf, rolesOf, showResponse, textFile } from './wholeFile';

const german =
  'Datum;Zufriedenheit (1-5);Kommentar\r\n12.03.2026;5;Schöne Grüße an Frau Müller in Köln, über alles zufrieden\r\n13.03.2026;2;Öfter hören wir: „schließt früher“ – ärgerlich\r\n';

describe('the encoding of a file', () => {
  test.each(encodingNames)('%s, is found and makes no difference to what is read', async (name) => {
    // These two lack some of the signs.
    const text = name === 'iso-8859-1' || name === 'cp850' ? german.replace(/[„“–]/g, '-') : german;
    const source = sourceOf(encodeText(text, name));
    const { plan, remarks } = await inspect(source);
    expect(plan.form).toMatchObject({ kind: 'delimited', delimiter: ';', encoding: { name } });
    expect(remarks.map(({ key }) => key)).toEqual(['dates.zoneAssumed']);
    const [first] = responsesOf(await readAll(source, plan));
    expect(first && showResponse(first)).toBe(
      '2026-03-11T23:00 csat 5 "Schöne Grüße an Frau Müller in Köln, über alles zufrieden"',
    );
  });

  test('can be chosen: the preview shows what comes of it, and what does not fit is said', async () => {
    const source = sourceOf(encodeText(german, 'windows-1252'));
    const { preview, remarks, plan } = await inspect(source, { encoding: { name: 'macintosh', invalidBytes: 'reject' } });
    expect(preview.rows[0]?.cells[2]).toContain('Kˆln');
    expect(plan.form).toMatchObject({ encoding: { name: 'macintosh' } });
    expect(remarks.map(({ key }) => key)).not.toContain('encoding.undecodable');
    const wrong = await inspect(source, { encoding: { name: 'iso-8859-1', invalidBytes: 'reject' } });
    expect(wrong.remarks[0]).toEqual({
      key: 'encoding.undecodable',
      line: 3,
      values: { count: 3, byte: encodeText(german, 'windows-1252').indexOf(0x84) },
    });
  });

  const mixed = sourceOf(
    joinBytes(
      encodeText('id,text,score CSAT\n1,Köln war gut und schnell,5\n2,', 'utf-8'),
      encodeText('Größe passt nicht so richtig', 'windows-1252'),
      encodeText(',3\n3,Düsseldorf war auch nicht schlecht,4\n', 'utf-8'),
    ),
  );

  test('that is a mixture is said, and only the rows that hold what is no text are rejected', async () => {
    const { plan, remarks } = await inspect(mixed);
    expect(remarks[0]).toEqual({ key: 'encoding.mixed', line: 3, values: { count: 2, byte: 53 } });
    const items = await readAll(mixed, plan);
    expect(responsesOf(items).map(showResponse)).toEqual([
      '1 csat 5 "Köln war gut und schnell"',
      '3 csat 4 "Düsseldorf war auch nicht schlecht"',
    ]);
    expect(items[1]).toMatchObject({
      kind: 'rejected',
      line: 3,
      problem: { key: 'row.undecodable', line: 3, column: 'text', values: { byte: 53 } },
    });
  });

  test('that is a mixture can be read as the two that it is', async () => {
    const { plan, remarks } = await inspect(mixed, { encoding: { name: 'utf-8', invalidBytes: 'windows-1252' } });
    expect(remarks[0]?.key).toBe('encoding.mixed');
    const items = await readAll(mixed, plan);
    expect(problemsOf(items)).toEqual([]);
    expect(responsesOf(items)[1]?.verbatims[0]?.text).toBe('Größe passt nicht so richtig');
  });

  test('was lost before: the file says so itself, and is read as it is', async () => {
    const source = textFile('id,comment\n1,K\ufffdln ist eine sch\ufffdne Stadt\n');
    const { plan, remarks } = await inspect(source);
    expect(remarks).toEqual([{ key: 'encoding.damagedBefore', values: { count: 2 } }]);
    expect(responsesOf(await readAll(source, plan))[0]?.verbatims[0]?.text).toBe('K\ufffdln ist eine sch\ufffdne Stadt');
  });
});

describe('headers', () => {
  test('may be missing, empty or twice: each column has a name of its own', async () => {
    const { plan, remarks } = await inspect(textFile('Note,,Ort,Ort,Ort\n1,x,Köln,Bonn,a\n2,y,Köln,Bonn,b\n'));
    expect(plan.columns.map(({ name }) => name)).toEqual(['Note', '(B)', 'Ort', 'Ort (2)', 'Ort (3)']);
    expect(remarks.map(({ column, key }) => `${column} ${key}`)).toEqual([
      '(B) columns.nameMissing',
      'Ort (2) columns.nameTwice',
      'Ort (3) columns.nameTwice',
      'Note score.scaleUnclear',
      'Note score.directionUnclear',
    ]);
    const without = await inspect(textFile('anna@example.org,2026-03-12,9\nben@example.org,2026-03-13,4\n'));
    expect(without.plan).toMatchObject({ headerRows: 0, skippedRows: 0 });
    expect(rolesOf(without.plan)).toEqual({ '(A)': 'drop email', '(B)': 'time ymd ? dates.zoneAssumed', '(C)': 'segment' });
  });

  test('may stand below the title of a report', async () => {
    const { plan, preview } = await inspect(
      textFile(
        'Auswertung Hotline\nStand;12.03.2026\n\nDatum;CSAT;Kanal;Kommentar\n11.03.2026;4;Telefon;Ging so weit ganz gut\n12.03.2026;5;Web;\n',
      ),
    );
    expect(plan).toMatchObject({ skippedRows: 2, headerRows: 1 });
    expect(preview.headers).toEqual([['Datum', 'CSAT', 'Kanal', 'Kommentar']]);
    expect(preview.rows[0]).toEqual({ line: 5, cells: ['11.03.2026', '4', 'Telefon', 'Ging so weit ganz gut'] });
  });

  test('are where a person says, and so are delimiter, layout and the like', async () => {
    const text = 'sep=;\nTimestamp;Wert;Wert 2\n01/02/2026;1,5;a\n03/04/2026;2,5;b\n';
    const guessed = await inspect(textFile(text));
    expect(guessed.plan).toMatchObject({
      layout: 'googleForms',
      skippedRows: 1,
      headerRows: 1,
      decimal: 'comma',
      form: { delimiter: ';' },
    });
    const { plan } = await inspect(textFile(text), {
      layout: null,
      skippedRows: 0,
      headerRows: 2,
      delimiter: ',',
      quote: '',
      decimal: 'point',
      missing: ['b'],
      timeZone: 'America/New_York',
    });
    expect(plan).toMatchObject({
      layout: null,
      skippedRows: 0,
      headerRows: 2,
      decimal: 'point',
      missing: ['b'],
      timeZone: 'America/New_York',
      form: { delimiter: ',', quote: '' },
    });
    expect((await inspect(textFile('a,b\n1,2\n'), { layout: 'typeform' })).plan).toMatchObject({
      layout: 'typeform',
      headerRows: 1,
    });
  });
});

describe('what columns are for', () => {
  test.each<[string, string, string[], string]>([
    ['NPS', 'How likely are you to recommend us?', ['10', '9', '0'], 'nps 0-10'],
    ['NPS, as a word', 'NPS', ['7', '8', '3'], 'nps 0-10'],
    [
      'NPS on five steps is no NPS',
      'Würden Sie uns weiterempfehlen?',
      ['1', '2', '3', '4', '5'],
      'nps 0-10 ? score.scaleUnclear',
    ],
    ['a score to ten', 'score', ['10', '9', '0'], 'nps 0-10 ? score.metricUnclear'],
    ['satisfaction', 'Zufriedenheit', ['1', '3', '5'], 'csat 1-5'],
    ['satisfaction to seven', 'Overall satisfaction', ['7', '3', '5'], 'csat 1-7'],
    ['satisfaction to a hundred', 'Satisfaction %', ['70', '35', '100'], 'csat 0-100'],
    ['marks as in school', 'Schulnote', ['1', '2', '6'], 'csat 1-6 low ? score.directionUnclear'],
    ['the good end by its words', 'Wie zufrieden sind Sie?', ['1 - sehr zufrieden', '5 - sehr unzufrieden', '2'], 'csat 1-5 low'],
    ['effort', 'How much effort did you have to put in?', ['1', '5', '2'], 'ces 1-5 low ? score.directionUnclear'],
    ['ease on five', 'It was easy to solve my problem', ['1', '5', '2'], 'ces 1-5 ? score.directionUnclear'],
    ['ease on seven', 'Customer Effort Score: made it easy', ['1', '7', '2'], 'ces 1-7'],
    ['ease in words', 'How was it?', ['Very easy', 'Very difficult'], 'ces 1-5'],
    ['agreement that it was easy', 'Es war einfach, Hilfe zu bekommen', ['Stimme voll zu', 'Stimme eher nicht zu'], 'ces 1-5'],
    ['numbers of something else', 'Q7', ['1', '3', '5'], 'segment'],
    ['how likely something else is', 'Will you buy again?', ['Very likely', 'Very unlikely'], 'segment'],
    ['a name', 'Vorname', ['Anna', 'Ben', 'Cem'], 'drop name'],
    ['a name of somebody', 'CustomerName', ['Anna', 'Ben', 'Cem'], 'drop name'],
    ['an employee', 'Sachbearbeiterin', ['Anna B.', 'Ben C.', 'Anna B.'], 'drop name'],
    ['an address', 'Straße', ['Weg 1', 'Weg 2', 'Weg 3'], 'drop address'],
    ['a verb', 'Did we address your concern well?', ['yes', 'no', 'yes'], 'segment'],
    ['an e-mail address under any header', 'Feld 7', ['a@example.org', 'b@example.org'], 'drop email'],
    ['a way to write', 'Contact by e-mail', ['yes', 'no', 'no'], 'segment'],
    ['a telephone number', 'Rückruf', ['0151 23456789', '+49 30 1234567'], 'drop phone'],
    ['accounts under any header', 'Feld 8', ['DE89 3704 0044 0532 0130 00', 'AT611904300234573201'], 'drop other'],
    ['cards under any header', 'Feld 9', ['4111 1111 1111 1111', '378282246310005'], 'drop other'],
    [
      'names with an address',
      'Von',
      ['Anna Müller <anna@example.org>', '"Ben" <ben@example.org>', 'c@example.org'],
      'drop email',
    ],
    ['words with an address', 'Feld 7', ['bitte an a@example.org', 'mir: b@example.org, danke', 'an c@x.org'], 'verbatim'],
    ['a network address', 'Herkunft', ['203.0.113.7', '2001:db8::1'], 'drop ip'],
    ['a place on earth', 'lat', ['52.1', '52.2'], 'drop coordinates'],
    ['a birthday', 'Geburtsdatum', ['01.02.1980', '02.02.1980'], 'drop other'],
    ['an identifier', 'Ticket-ID', ['T1', 'T2', 'T3'], 'response id'],
    ['an identifier that repeats is none', 'Ticket-ID', ['T1', 'T1', 'T3'], 'segment'],
    ['a customer', 'customer_id', ['7', '7', '8'], 'person id'],
    ['a channel', 'Kanal', ['Telefon', 'Web', 'Web'], 'channel'],
    ['a touchpoint', 'touchpoint', ['Hotline', 'Shop', 'Shop'], 'touchpoint'],
    ['a language', 'Sprache', ['de', 'en', 'de'], 'language'],
    ['a question about language', 'Was the language clear to you?', ['5', '4', '5'], 'segment'],
    ['words', 'Kommentar', ['Gut', 'Schlecht', 'Na ja'], 'verbatim'],
    ['sentences under any header', 'Q9', ['It took far too long to answer', 'Nobody called me back at all'], 'verbatim'],
    ['kinds', 'Region', ['Nord', 'Ost', 'Nord'], 'segment'],
    ['a contact reason', 'Anliegen', ['Rechnung', 'Umzug', 'Rechnung'], 'category'],
    ['a contact reason in English', 'Call reason', ['Bill', 'Move', 'Bill'], 'category'],
    ['a question about a reason', 'What was the reason for your call?', ['Bill', 'Move', 'Bill'], 'verbatim'],
    ['seconds', 'created_at', ['1773126000', '1773126001'], 'time unixSeconds'],
    ['amounts that look like seconds', 'Umsatz', ['1773126000', '1773126001'], 'segment'],
    ['durations', 'Dauer (min)', ['1,5', '2,25', '3'], 'ignore'],
    ['nothing', 'Q10', ['', '', ''], 'ignore'],
  ])('is guessed: %s', async (_what, header, cells, role) => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = [['x', header], ...cells.map((cell, index) => [`x${index % 2}`, cell])];
    const { plan } = await inspect(textFile(lines.map((line) => line.map(quote).join(';')).join('\n')));
    expect(rolesOf(plan)[header] ?? 'ignore').toBe(role);
  });

  // Digits of a time look like those of a telephone or of a network address.
  test.each<[string, string, string[], string]>([
    ['to the second', 'Q7', ['2026-01-05T02:38:24', '2026-01-06T11:31:36'], 'time ymd ? dates.zoneAssumed'],
    ['to the millisecond, in UTC', 'Q7', ['2026-01-05T02:38:24.000Z', '2026-01-06T11:31:36.120Z'], 'time ymd'],
    ['to the minute', 'When did you call?', ['2026-01-05T02:38', '2026-01-06T11:31'], 'time ymd ? dates.zoneAssumed'],
    ['with an offset', 'created_at', ['2026-01-05T02:38:24+0100', '2026-01-06T11:31:36-0500'], 'time ymd'],
    ['without any signs', 'Q7', ['20260105T023824Z', '20260106T113136+0100', '20260107T1131Z'], 'time ymd'],
    ['with slashes', 'Wann?', ['2026/01/05 02:38:24', '2026/01/06 11:31:36'], 'time ymd ? dates.zoneAssumed'],
    ['one that is none', 'Submitted at', ['2026-01-05T02:38:24Z', '2026-13-06T11:31:36Z'], 'time ymd'],
    ['one that is no date', 'Submitted at', ['2026-01-05T02:38:24Z', 'unknown', '2026-01-06T02:38:24Z'], 'time ymd'],
    ['one with a month too many', 'Zeit', ['01.13.2026', '02.02.2026', '03.02.2026'], 'time dmy ? dates.zoneAssumed'],
    ['times of day', 'Uhrzeit', ['02:38:24', '11:31:36', '23:59:59'], 'segment'],
    ['such as there are none', 'Q7', ['2026-13-45T02:38:24', '2026-14-01T11:31:36'], 'segment'],
    ['a telephone number in groups of two', 'Q7', ['06.12.34.56.78', '06.98.76.54.32'], 'drop phone'],
  ])('is guessed: times %s', async (_what, header, cells, role) => {
    const { plan } = await inspect(textFile([`x;${header}`, ...cells.map((cell, index) => `x${index};${cell}`)].join('\n')));
    expect(rolesOf(plan)[header]).toBe(role);
  });

  // Many answers on the scale, and one that is not: the scale is that of the many, and the one row is rejected.
  test.each<[string, string, string[], string, string]>([
    ['NPS of eleven', 'NPS', ['11'], 'nps 0-10', 'score.outside'],
    ['NPS of ninety-nine', 'How likely are you to recommend us?', ['99'], 'nps 0-10', 'score.outside'],
    ['NPS below nothing', 'NPS', ['-1'], 'nps 0-10', 'score.outside'],
    ['NPS between two steps', 'NPS', ['7.5'], 'nps 0-10', 'score.notWhole'],
    ['NPS in a word', 'NPS', ['lots'], 'nps 0-10', 'score.notANumber'],
    ['satisfaction of fifty-five', 'Zufriedenheit', ['55'], 'csat 1-5 ? score.scaleUnclear', 'score.outside'],
    ['satisfaction of nine', 'Zufriedenheit', ['9'], 'csat 1-5 ? score.scaleUnclear', 'score.outside'],
    ['satisfaction of six', 'Zufriedenheit', ['6'], 'csat 1-5 ? score.scaleUnclear', 'score.outside'],
    ['satisfaction with decimals', 'Zufriedenheit', ['4.5'], 'csat 1-5', 'score.notWhole'],
    ['satisfaction in a word', 'Zufriedenheit', ['see below'], 'csat 1-5', 'score.notANumber'],
  ])('is guessed: %s', async (_what, header, odd, role, problem) => {
    const top = role.startsWith('nps') ? 11 : 5;
    const cells = [...Array.from({ length: 60 }, (_, index) => String((index % top) + (top === 5 ? 1 : 0))), ...odd];
    const source = textFile([`x;${header}`, ...cells.map((cell, index) => `x${index};${cell}`)].join('\n'));
    const { plan } = await inspect(source);
    expect(rolesOf(plan)[header]).toBe(role);
    expect(problemsOf(await readAll(source, plan))).toEqual([`62 ${header} ${problem}`]);
  });

  test('a few high answers are no mistakes where few have answered at all', async () => {
    for (const [cells, role] of [
      [['1', '2', '3', '4', '5', '7'], 'csat 1-7'],
      [['10', '20', '30', '100'], 'csat 0-100'],
      [['4', '5', '4', '5', '11'], 'csat 0-100 ? score.scaleUnclear'],
    ] as const) {
      const source = textFile(['x;Zufriedenheit', ...cells.map((cell, index) => `x${index};${cell}`)].join('\n'));
      expect(rolesOf((await inspect(source)).plan).Zufriedenheit).toBe(role);
    }
  });

  test('a question that names its range is on it, however few of its numbers were given', async () => {
    for (const [header, cells, role] of [
      ['How satisfied were you? (1-5)', ['1', '1', '1'], 'csat 1-5'],
      ['Zufriedenheit [1 bis 7]', ['2', '3', '5'], 'csat 1-7'],
      ['Zufriedenheit (0–10)', ['4', '5', '3'], 'csat 0-10'],
      ['Zufriedenheit (1-5)', ['7', '6', '7'], 'csat 1-7'],
    ] as const) {
      const source = textFile([`x;${header}`, ...cells.map((cell, index) => `x${index};${cell}`)].join('\n'));
      expect(rolesOf((await inspect(source)).plan)[header]).toBe(role);
    }
  });

  test('a table may look like JSON to who does not know better', async () => {
    const source = textFile('{"a": 1};9\n{"a": 2};3\n');
    expect((await inspect(source, { delimiter: ';', quote: '', headerRows: 0 })).preview.rows[0]?.cells).toEqual([
      '{"a": 1}',
      '9',
    ]);
  });

  test('one column has the time, the best; the others stand by', async () => {
    const { plan } = await inspect(
      textFile(
        'started at,submitted at,updated at,NPS\n2026-01-01 10:00,2026-01-01 10:05,2026-01-03,9\n2026-01-02 10:00,2026-01-02 10:05,2026-01-03,4\n',
      ),
    );
    expect(rolesOf(plan)).toEqual({ 'submitted at': 'time ymd ? dates.zoneAssumed', NPS: 'nps 0-10' });
  });
});

test('a preview shows as much of a file as can be looked at', async () => {
  const long = 'ä👍 '.repeat(50_000);
  const lines = Array.from({ length: 60 }, (_, index) => `${index % 11};${index};${long}${index}`);
  const { preview } = await inspect(textFile(`NPS;Nr;Warum${long}\n${lines.join('\n')}\n`));
  expect(preview.rows).toHaveLength(50);
  expect(preview.rows[3]?.cells.slice(0, 2)).toEqual(['3', '3']);
  const [shown = '', header = ''] = [preview.rows[3]?.cells[2], preview.headers[0]?.[2]];
  expect(shown.length).toBeLessThanOrEqual(500);
  expect(shown).toMatch(/^ä👍 ä👍 .*…$/);
  expect(shown).not.toMatch(/[\ud800-\udbff]…/);
  expect(header.length).toBeLessThanOrEqual(500);
  // Of a very wide table not so many rows.
  const wide = Array.from({ length: 60 }, () => Array.from({ length: 1_500 }, () => 'x'.repeat(400)).join(';'));
  const { preview: wider } = await inspect(textFile(`${wide.join('\n')}\n`));
  expect(wider.rows).toHaveLength(1);
});

test('a file may have very short rows, very many of them in one piece', async () => {
  const { plan, preview } = await inspect(textFile(`NPS\n${'9\n'.repeat(200_000)}`));
  expect(preview.rows).toHaveLength(50);
  expect(rolesOf(plan)).toEqual({ NPS: 'nps 0-10' });
  // All of it comes at the end, since the quote might be closed there.
  expect((await inspect(textFile(`"NPS\n${'9\n'.repeat(200_000)}`))).preview.rows).toHaveLength(50);
});

describe('a file that is none', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file.empty'],
    ['blanks', encodeText(' \n\n\t\n', 'utf-8'), 'file.empty'],
    ['a picture', joinBytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 0), 'file.notText'],
    ['an empty list', encodeText('[]', 'utf-8'), 'json.noRecords'],
    ['broken JSON', encodeText('[{"a": 1}, {"a": 2}', 'utf-8'), 'json.syntax'],
  ])('is refused: %s', async (_what, bytes, key) => {
    expect(await inspectFile(sourceOf(bytes))).toMatchObject({ kind: 'refused', problem: { key } });
  });
});

describe('a plan', () => {
  test('is the same again as JSON, and nothing that it may not be', async () => {
    const { plan } = await inspect(fixture('hotline-windows-1252.csv'));
    expect(readingPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    const twice = { ...plan, columns: plan.columns.map((column) => ({ ...column, role: { kind: 'channel' } })) };
    expect(readingPlanSchema.safeParse(twice).error?.issues[0]).toMatchObject({ path: ['columns', 1, 'role'] });
    const named = { ...plan, columns: plan.columns.map((column) => ({ ...column, name: 'a' })) };
    expect(readingPlanSchema.safeParse(named).error?.issues[0]).toMatchObject({ path: ['columns', 1, 'name'] });
    expect(readingPlanSchema.safeParse({ ...plan, timeZone: 'Europe/Atlantis' }).success).toBe(false);
  });

  test('is remembered for the next file of the shape, however that one is encoded', async () => {
    const header = 'Datum;Note;Was;Kommentar';
    const first = await inspect(
      textFile(`${header}\n12.03.2026;1;a;Alles bestens, vielen Dank\n13.03.2026;2;b;Nicht ganz so gut diesmal\n`),
    );
    const next = sourceOf(
      encodeText(`${header.replaceAll(';', ',')}\n03/04/2026,3,c,"Für mich, na ja, nicht schön"\n`, 'windows-1252'),
    );
    const second = await inspect(next);
    expect(second.shape).toBe(first.shape);
    const settled = {
      ...first.plan,
      timeZone: 'Europe/Vienna',
      columns: first.plan.columns.map((column) => ({
        ...column,
        ...(column.name === 'Was' ? { role: { kind: 'touchpoint' as const } } : {}),
        doubts: [],
      })),
    };
    const adopted = adoptPlan(second.plan, settled);
    expect(readingPlanSchema.parse(adopted)).toEqual(adopted);
    expect(adopted.form).toMatchObject({ delimiter: ',', encoding: { name: 'iso-8859-1' } });
    expect(adopted.timeZone).toBe('Europe/Vienna');
    expect(rolesOf(adopted)).toEqual({ Datum: 'time dmy', Note: 'csat 1-6 low', Was: 'touchpoint', Kommentar: 'verbatim' });
    expect(responsesOf(await readAll(next, adopted)).map(showResponse)).toEqual([
      '2026-04-02T22:00 csat 3 at c "Für mich, na ja, nicht schön"',
    ]);
  });

  test('has another shape when columns are others; their order makes none', async () => {
    const shapeOf = async (header: string) => (await inspect(textFile(`${header}\n1,2,3\n`))).shape;
    expect(await shapeOf('a,b,c')).toBe(await shapeOf('C,a,b'));
    expect(await shapeOf('a,b,c')).not.toBe(await shapeOf('a,b,d'));
  });

  test('lets a new column give way to a settled one', async () => {
    const before = await inspect(textFile('Weg,NPS\nTelefon,9\nWeb,3\n'));
    const settled = {
      ...before.plan,
      columns: before.plan.columns.map((column) =>
        column.name === 'Weg' ? { ...column, role: { kind: 'channel' as const } } : column,
      ),
    };
    const after = await inspect(textFile('Kanal,Weg,NPS\nx,Telefon,9\ny,Web,3\n'));
    expect(rolesOf(after.plan)).toMatchObject({ Kanal: 'channel' });
    expect(rolesOf(adoptPlan(after.plan, settled))).toEqual({ Weg: 'channel', NPS: 'nps 0-10' });
  });
});
