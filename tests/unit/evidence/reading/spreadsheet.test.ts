import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FileRow } from '@/lib/evidence/reading/fileRow';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import { openTable } from '@/lib/evidence/reading/openTable';
import { type ReadingLimits, usualLimits } from '@/lib/evidence/reading/readingLimits';
import { XmlScanner } from '@/lib/evidence/reading/spreadsheet/xmlScanner';
import { type BuiltCell, buildSpreadsheet } from '@/tests/builders/spreadsheet';
import { inspect, problemsOf, readAll, responsesOf, rolesOf, showResponse } from './wholeFile';

async function rowsOf(bytes: Uint8Array, limits: ReadingLimits = usualLimits, sheet = 'Data'): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const batch of openTable(sourceOf(bytes), { kind: 'spreadsheet', sheet }, limits).rows) rows.push(...batch);
  return rows;
}
const cellsOf = async (rows: BuiltCell[][], options = {}) =>
  (await rowsOf(buildSpreadsheet({ sheets: { Data: rows }, ...options }))).map(({ cells }) => cells);

async function refusal(bytes: Uint8Array, limits: ReadingLimits = usualLimits): Promise<unknown> {
  const inspected = await inspectFile(sourceOf(bytes), {}, limits);
  return inspected.kind === 'refused' ? inspected.problem : null;
}

describe('a spreadsheet', () => {
  const rows: BuiltCell[][] = [
    ['Datum', 'Note', 'Kommentar', 'ok'],
    [{ xml: '<c r="{r}" s="1"><v>45006</v></c>' }, 9, 'Gut & schnell <3', true],
    [],
    [{ xml: '<c r="{r}" s="2"><v>45007.34505787037</v></c>' }, 8.1999999999999993, null, false],
  ];

  test.each(['shared', 'inline'] as const)('has texts that are %s, numbers, dates and gaps', async (strings) => {
    for (const level of [0, 6] as const) {
      const read = await rowsOf(buildSpreadsheet({ sheets: { Data: rows }, strings, level }));
      expect(read).toEqual([
        { line: 1, lastLine: 1, cells: ['Datum', 'Note', 'Kommentar', 'ok'] },
        { line: 2, lastLine: 2, cells: ['2023-03-21', '9', 'Gut & schnell <3', 'true'] },
        { line: 4, lastLine: 4, cells: ['2023-03-22 08:16:53', '8.2', '', 'false'] },
      ]);
    }
  });

  test('counts its days from 1900 or 1904, and shows times and formats of its own', async () => {
    const dates: BuiltCell[][] = [
      [
        { xml: '<c r="{r}" s="3"><v>43544.5</v></c>' },
        { xml: '<c r="{r}" s="4"><v>43544.5</v></c>' },
        { xml: '<c r="{r}" s="2"><v>0.75</v></c>' },
        { xml: '<c r="{r}" t="d"><v>2023-03-21T08:16:53</v></c>' },
        { xml: '<c r="{r}" s="1"><v>59</v></c>' },
        { xml: '<c r="{r}" s="1"><v>61</v></c>' },
      ],
    ];
    expect(await cellsOf(dates)).toEqual([
      ['2019-03-20 12:00:00', '43544.5', '18:00:00', '2023-03-21T08:16:53', '1900-02-28', '1900-03-01'],
    ]);
    expect((await cellsOf(dates, { from1904: true }))[0]?.slice(0, 2)).toEqual(['2023-03-21 12:00:00', '43544.5']);
  });

  test('has runs of text, pronunciations, escapes and errors in its cells', async () => {
    const cells = [
      '<c r="{r}" t="inlineStr"><is><r><rPr><b/></rPr><t>Sehr </t></r><r><t xml:space="preserve">gut </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c r="{r}" t="str"><v>a_x000D_b &#x1F600;&#228;</v></c>',
      '<c r="{r}" t="e"><v>#N/A</v></c>',
      '<c r="{r}" t="inlineStr"><is><t><![CDATA[<b> & ]]></t></is></c>',
      '<c r="{r}"/>',
    ].map((xml) => ({ xml }));
    expect(await cellsOf([cells])).toEqual([['Sehr gut ', 'a\rb 😀ä', '', '<b> & ']]);
  });

  test('has formulas that are never computed: what the file holds as their result counts', async () => {
    const source = sourceOf(
      buildSpreadsheet({
        sheets: {
          Data: [
            ['Score', 'Comment'],
            [
              { xml: '<c r="{r}"><f>1+1</f><v>9</v></c>' },
              { xml: '<c r="{r}" t="str"><f>"a"&amp;"b"</f><v>=cmd|calc!A1 and so on it goes</v></c>' },
            ],
            [{ xml: '<c r="{r}"><f>WEBSERVICE("https://example.org")</f></c>' }, 'Without a result'],
          ],
        },
      }),
    );
    const { plan, remarks } = await inspect(source);
    expect(remarks.map(({ key, line }) => `${line} ${key}`)).toContain('3 formulas.withoutValue');
    const items = await readAll(source, plan);
    expect(responsesOf(items).map(showResponse)).toEqual(['nps 9 "=cmd|calc!A1 and so on it goes"', '"Without a result"']);
    expect(problemsOf(items)).toEqual(['3 formulas.withoutValue']);
  });

  test('of other programs has prefixes, cells without places, single quotes and comments', async () => {
    const sheet =
      "<?xml version='1.0'?><!-- made by hand --><x:worksheet xmlns:x='urn:main'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>a > b</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row r='7'><x:c r='B7'><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const read = await rowsOf(buildSpreadsheet({ sheets: { Data: [] }, parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(read.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a > b', '1'],
      [7, '', '2'],
    ]);
  });

  test('is understood like a text file, with the sheet that has something in it', async () => {
    const source = sourceOf(
      buildSpreadsheet({
        sheets: {
          Leer: [],
          'Q1 & Q2': [
            ['Wann beantwortet', 'Wie wahrscheinlich ist eine Weiterempfehlung?', 'Warum?', 'Kunden-Nr.'],
            [45006.5, '9 - sehr wahrscheinlich', 'Der Rückruf kam noch am selben Tag', 17],
            [45007.25, '0 - überhaupt nicht wahrscheinlich', 'Drei Leute, drei Antworten', 18],
            [45007.5, 10, null, 19],
          ],
          Notizen: [['x']],
        },
      }),
    );
    const { plan, sheets, remarks } = await inspect(source);
    expect(sheets).toEqual(['Leer', 'Q1 & Q2', 'Notizen']);
    expect(remarks).toContainEqual({ key: 'sheets.several', values: { count: 3, sheet: 'Q1 & Q2' } });
    expect(plan.form).toEqual({ kind: 'spreadsheet', sheet: 'Q1 & Q2' });
    expect(rolesOf(plan)).toEqual({
      'Wann beantwortet': 'time days1900 ? dates.zoneAssumed',
      'Wie wahrscheinlich ist eine Weiterempfehlung?': 'nps 0-10',
      'Warum?': 'verbatim',
      'Kunden-Nr.': 'person id',
    });
    expect(responsesOf(await readAll(source, plan)).map(showResponse)).toEqual([
      'by 17 2023-03-21T11:00 nps 9 "Der Rückruf kam noch am selben Tag"',
      'by 18 2023-03-22T05:00 nps 0 "Drei Leute, drei Antworten"',
      'by 19 2023-03-22T11:00 nps 10',
    ]);
    expect((await inspect(source, { sheet: 'Notizen' })).preview.headers).toEqual([['x']]);
    expect(await inspectFile(source, { sheet: 'Gibt es nicht' })).toEqual({
      kind: 'refused',
      problem: { key: 'plan.sheetMissing', values: { sheet: 'Gibt es nicht' } },
    });
  });
});

describe('a spreadsheet is refused', () => {
  const small = { ...usualLimits, maxInflatedBytes: 2_000_000 };

  test('when it inflates too far, whatever sizes it claims', async () => {
    const bomb = buildSpreadsheet({
      sheets: { Data: [['a'], [1]] },
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>` },
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb, small)).toEqual({ key: 'file.inflatesTooFar', values: { megabytes: 2 } });
    // The sizes that the archive claims of it, made harmless.
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6) view.setUint32(at + 24, 100, true);
      if (view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) > 1e6) view.setUint32(at + 22, 100, true);
    }
    expect(await refusal(liar, small)).toEqual({ key: 'file.inflatesTooFar', values: { megabytes: 2 } });
    // With room enough, the lie itself is the reason.
    expect(await refusal(liar)).toEqual({ key: 'file.damaged', values: {} });
  });

  test('when one text is used so often that the rows grow too far', async () => {
    const long = 'x'.repeat(100_000);
    const many = buildSpreadsheet({ sheets: { Data: Array.from({ length: 100 }, () => [long]) } });
    expect(await refusal(many, small)).toEqual({ key: 'file.inflatesTooFar', values: { megabytes: 2 } });
    const row = buildSpreadsheet({ sheets: { Data: [Array.from({ length: 20 }, () => long)] } });
    expect(await refusal(row, usualLimits)).toEqual({ key: 'file.rowTooLong', line: 1, values: { max: 1_000_000 } });
  });

  test('when its XML has a document type, or is not well-formed', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
    for (const xml of [
      laughs,
      '<worksheet><sheetData></worksheet>',
      '<worksheet><sheetData>',
      'x < y',
      '<worksheet a="></worksheet>',
    ]) {
      const bytes = buildSpreadsheet({ sheets: { Data: [] }, parts: { 'xl/worksheets/sheet1.xml': xml } });
      expect(await refusal(bytes), xml).toEqual({ key: 'file.damaged', values: {} });
    }
  });

  test('when it has nothing in it, or too much in one row', async () => {
    expect(await refusal(buildSpreadsheet({ sheets: { Data: [] } }))).toEqual({ key: 'file.empty', values: {} });
    const wide = buildSpreadsheet({ sheets: { Data: [['a'], [{ xml: '<c r="XFD2"><v>1</v></c>' }]] } });
    expect(await refusal(wide)).toEqual({ key: 'file.tooManyColumns', line: 2, values: { max: 2000 } });
    // Painted, but empty.
    const painted = buildSpreadsheet({ sheets: { Data: [['a'], [1, { xml: '<c r="XFD2" s="1"/>' }]] } });
    expect(await refusal(painted)).toBeNull();
  });

  test('when it is no spreadsheet, an old one, locked, or damaged', async () => {
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toEqual({ key: 'file.noSheet', values: {} });
    const whole = buildSpreadsheet({ sheets: { Data: [['a'], ['b']] } });
    expect(await refusal(whole.slice(0, whole.length - 30))).toEqual({ key: 'file.damaged', values: {} });
    const flipped = whole.slice();
    // In the middle of the data of the first part.
    flipped.fill(0xff, 60, 90);
    expect(await refusal(flipped)).toEqual({ key: 'file.damaged', values: {} });
    const compound = new Uint8Array(2000);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(compound)).toEqual({ key: 'file.oldSpreadsheet', values: {} });
    compound.set(new TextEncoder().encode([...'EncryptedPackage'].join('\0')), 1024);
    expect(await refusal(compound)).toEqual({ key: 'file.encrypted', values: {} });
    const locked = whole.slice();
    for (let at = 0; at < locked.length - 46; at++) {
      if (locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2) locked[at + 8] = 1;
    }
    expect(await refusal(locked)).toEqual({ key: 'file.encrypted', values: {} });
  });
});

test('XML is scanned the same wherever it is cut', () => {
  const xml = '<?xml version="1.0"?><a b="1 > 0"><!-- <x> --><c>x &amp; y<![CDATA[ <z> ]]></c><d e=\'"\'/>&#65;</a>';
  const scan = (size: number): string => {
    let seen = '';
    const scanner = new XmlScanner({
      open: (name, attributes) => {
        seen += `<${name}${attributes}>`;
      },
      close: (name) => {
        seen += `</${name}>`;
      },
      text: (text) => {
        seen += text;
      },
    });
    for (let at = 0; at < xml.length; at += size) scanner.push(xml.slice(at, at + size));
    scanner.end();
    return seen;
  };
  for (let size = 1; size <= xml.length; size++) expect(scan(size)).toBe('<a b="1 > 0"><c>x & y <z> </c><d e=\'"\'></d>A</a>');
});

test('a spreadsheet that is nothing but depth, or one endless cell, is refused while it is read', async () => {
  const deep = new XmlScanner({});
  expect(() => {
    for (let piece = 0; piece < 100; piece++) deep.push('<a>'.repeat(100));
  }).toThrow('file.damaged');
  // An element that is closed is no depth, and neither is a sheet with many rows.
  const flat = new XmlScanner({});
  flat.push(`<a>${'<b><c/></b>'.repeat(10_000)}</a>`);
  expect(() => flat.end()).not.toThrow();

  const limits = { ...usualLimits, maxRowLength: 1_000 };
  const endless = (cell: string) => buildSpreadsheet({ sheets: { Data: [[{ xml: cell }], ['x']] } });
  const [value, inline] = ['<c r="{r}" t="str"><v>', '<c r="{r}" t="inlineStr"><is><t>'];
  // Never closed: the file ends before the cell does, which would be told only at its end.
  for (const cell of [value, inline]) {
    await expect(rowsOf(endless(cell + 'x'.repeat(5_000)), limits)).rejects.toThrow('file.rowTooLong');
  }
});
