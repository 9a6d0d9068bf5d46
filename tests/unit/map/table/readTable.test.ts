import { describe, expect, it } from 'vitest';
import { parseHtmlTable } from '@/lib/map/table/parseHtmlTable';
import { parseTsv } from '@/lib/map/table/parseTsv';
import { countBlank, readTable, swapTable, toTable } from '@/lib/map/table/readTable';

describe('parseTsv', () => {
  it('reads cells and rows, with any line break, and no row behind the last', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('a\tb\nc')).toEqual([['a', 'b'], ['c']]);
    expect(parseTsv('a\rb')).toEqual([['a'], ['b']]);
    expect(parseTsv('a\t')).toEqual([['a', '']]);
    expect(parseTsv('\ufeffa\t\tb')).toEqual([['a', '', 'b']]);
    expect(parseTsv('')).toEqual([]);
    expect(parseTsv('\n\na')).toEqual([[''], [''], ['a']]);
  });

  it('reads a cell of several lines as Excel and LibreOffice quote it', () => {
    expect(parseTsv('"first\nsecond"\tb\n"says ""no""\r\nand goes"\t')).toEqual([
      ['first\nsecond', 'b'],
      ['says "no"\nand goes', ''],
    ]);
    expect(parseTsv('"a\tb"\tc')).toEqual([['a\tb', 'c']]);
    expect(parseTsv('"""Hello"""\tb')).toEqual([['"Hello"', 'b']]);
  });

  it('leaves the quotes of what customers said', () => {
    expect(parseTsv('"Did I order that?"\t"Why?" she asks')).toEqual([['"Did I order that?"', '"Why?" she asks']]);
    expect(parseTsv('"open\tb\n"also open')).toEqual([['"open', 'b'], ['"also open']]);
    expect(parseTsv('5" wide\tb')).toEqual([['5" wide', 'b']]);
  });
});

describe('parseHtmlTable', () => {
  it('reads what Excel writes', () => {
    const html = `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><meta name=Generator content="Microsoft Excel 15">
      <!--[if gte mso 9]><xml><x:Name>Tab > 1</x:Name></xml><![endif]-->
      <style><!-- td {color:black; content:"<td>no</td>";} --></style></head><body>
      <table border=0 width=128 style='border-collapse:collapse'><!--StartFragment-->
      <col width=64 span=2><tr height=20><td height=20 class=xl65 style='height:15.0pt'>Tun</td><td>&Ouml;ffnet  den
        Brief<br>
        und liest &amp; staunt</td></tr><tr><td>Denken</td><td class="x>y">&#8222;Warum?&#x201C;&nbsp;</td></tr>
      <!--EndFragment--></table></body></html>`;
    expect(parseHtmlTable(html)).toEqual([
      ['Tun', 'Öffnet den Brief\nund liest & staunt'],
      ['Denken', '„Warum?“'],
    ]);
  });

  it('reads what LibreOffice and Google write: sections, paragraphs, cells without an end', () => {
    expect(parseHtmlTable('<table><colgroup></colgroup><tr><td><font face="x">a</font><td><p>b</p><p>c</p></table>')).toEqual([
      ['a', 'b\nc'],
    ]);
    expect(
      parseHtmlTable('<TABLE><thead><TR><TH>x</TH><TH>y</TH></TR></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></TABLE>'),
    ).toEqual([
      ['x', 'y'],
      ['1', '2'],
    ]);
  });

  it('keeps columns under each other where cells span', () => {
    const html = `<table><tr><td colspan=2>wide</td><td>c</td></tr><tr><td rowspan="2">high</td><td>b</td><td>c</td></tr>
      <tr><td>b2</td><td>c2</td></tr><tr><td>a3</td></tr></table>`;
    expect(parseHtmlTable(html)).toEqual([['wide', '', 'c'], ['high', 'b', 'c'], ['', 'b2', 'c2'], ['a3']]);
  });

  it('makes nothing of scripts, and one cell’s words of a table in a cell', () => {
    const html = `<script>document.write("<table><tr><td>1<td>2</table>")</script><table><tr><td>a<script>alert(1)</script></td>
      <td onclick="x('>')">b<table><tr><td>in</td><td>ner</td></tr></table></td></tr></table>`;
    expect(parseHtmlTable(html)).toEqual([['a', 'b\nin\nner']]);
  });

  it('leaves alone what is more than a table: words before or behind it, a caption, a second table', () => {
    const table = '<table><tr><td>a</td><td>b</td></tr></table>';
    expect(parseHtmlTable(`<meta charset="utf-8">\n${table}\n`)).toEqual([['a', 'b']]);
    for (const html of [
      `<p>Before</p>${table}`,
      `${table}behind`,
      `${table}${table}`,
      table.replace('<tr>', '<caption>c</caption><tr>'),
    ]) {
      expect(parseHtmlTable(html), html).toBeNull();
    }
    expect(readTable({ html: `<p>Before</p>${table}`, text: 'Before\na\tb' })?.rows).toEqual([
      ['Before', ''],
      ['a', 'b'],
    ]);
  });

  it('is none of a list, or of a single column', () => {
    expect(parseHtmlTable('<table><tr><td>a</td></tr><tr><td>b</td></tr></table>')).toBeNull();
    expect(parseHtmlTable('<ul><li>a<li>b</ul>')).toBeNull();
    expect(parseHtmlTable('a < b <')).toBeNull();
    expect(parseHtmlTable('<table><tr><td>a<td>b')).toEqual([['a', 'b']]);
  });

  it('does not grow beyond reason for a cell that says it is wide', () => {
    const rows = parseHtmlTable(`<table>${'<tr><td colspan=99999>a</td><td>b</td></tr>'.repeat(3)}</table>`);
    expect(rows?.map(({ length }) => length)).toEqual([1000, 1000, 1000]);
  });
});

describe('readTable', () => {
  it('leaves plain lists alone, those of word processors too', () => {
    for (const text of [
      'one\ntwo\nthree',
      '•\tone\n•\ttwo',
      '1.\tone\n2.\ttwo\n',
      'o\tone\n§\ttwo',
      '\tone\n\ttwo',
      'one',
      '',
      '\t\n',
    ]) {
      expect(readTable({ html: '', text }), JSON.stringify(text)).toBeNull();
    }
  });

  it('prefers the cells of the HTML, and takes the text where it has none', () => {
    const html = '<table><tr><td>h</td><td>i</td></tr></table>';
    expect(readTable({ html, text: 'a\tb' })?.rows).toEqual([['h', 'i']]);
    expect(readTable({ html: '<b>a b</b>', text: 'a\tb' })?.rows).toEqual([['a', 'b']]);
    expect(readTable({ html, text: '' })?.rows).toEqual([['h', 'i']]);
  });

  it('leaves blank rows and columns out, counts them, and knows where each cell stood', () => {
    const table = toTable([['a', '', 'b'], [' ', '', ''], ['c', '', ' d '], [''], ['']]);
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(table.rowNumbers).toEqual([1, 3]);
    expect(table.columnNumbers).toEqual([1, 3]);
    expect(countBlank(table)).toEqual({ rows: 1, columns: 1 });
    expect(swapTable(table)).toEqual({
      rows: [
        ['a', 'c'],
        ['b', 'd'],
      ],
      rowNumbers: [1, 3],
      columnNumbers: [1, 3],
    });
  });
});
