import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { pasteTable } from '@/lib/document/operations/pasteTable';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { arrange } from '@/lib/map/arrange';
import { decodeEntities } from '@/lib/map/table/htmlEntities';
import { parseHtmlTable } from '@/lib/map/table/parseHtmlTable';
import { parseTsv } from '@/lib/map/table/parseTsv';
import { planTable } from '@/lib/map/table/planTable';
import { readTable, swapTable, toTable } from '@/lib/map/table/readTable';
import type { TableTarget } from '@/lib/map/table/tablePlan';
import { openDocument } from '../builders/document';
import { smallMap } from '../builders/map';

const word = fc.oneof(
  fc.constantFrom(
    '',
    'Tun',
    'Doing',
    'Gefühl',
    'Touchpoints',
    '-2',
    '+1,5',
    '9',
    '"Why?"',
    '„Warum?“',
    'a, b',
    '<td>',
    '&amp;',
    '😀',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', '\t', '\n', '<', '>', '&', ';', '/', '-', 'ß') }),
);
const cells = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

/** A cell as a spreadsheet writes it that quotes whatever it could be misread for. */
const quote = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const escapeHtml = (cell: string): string =>
  cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
const normal = (cell: string): string =>
  cell
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

describe('tables of the clipboard', () => {
  it('come back from tab-separated text as they were', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const text = rows.map((row) => row.map(quote).join('\t')).join('\r\n');
        const read = parseTsv(`${text}\r\n`);
        expect(read).toEqual(rows);
      }),
    );
  });

  it('come back from HTML, white space aside', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`;
        expect(parseHtmlTable(html)).toEqual((rows[0]?.length ?? 0) > 1 ? rows.map((row) => row.map(normal)) : null);
      }),
    );
  });

  it('never make a reader throw, whatever they hold', () => {
    const html = fc.array(
      fc.constantFrom(
        ...[
          '<table>',
          '</table>',
          '<tr>',
          '</tr',
          '<td colspan=3>',
          '<td rowspan="2">',
          '</td>',
          '<br/>',
          '<!--',
          '-->',
          '<style>',
        ],
        ...['</style>', '<script>', '&#x110000;', '&bogus;', '<', '>', '"', "'", 'a', ' ', '\0', '<td title="', '<![if x]>'],
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(html, fc.string(), (parts, text) => {
        readTable({ html: parts.join(''), text });
        decodeEntities(parts.join(''));
      }),
    );
  });

  it('are the same when swapped twice', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const table = toTable(rows);
        expect(swapTable(swapTable(table))).toEqual(table);
      }),
    );
  });
});

describe('pasteTable', () => {
  const choices = fc.record({ titles: fc.boolean(), names: fc.boolean(), swapped: fc.boolean() });

  it('makes exactly what was planned, as one step of undo, and leaves a map that reads without issues', () => {
    fc.assert(
      fc.property(cells, choices, fc.integer({ min: 0, max: 3 }), (rows, chosen, where) => {
        const doc: Y.Doc = openDocument(smallMap());
        const before = readMap(doc).map;
        const map = arrange(before);
        const targets: TableTarget[] = [
          { type: 'end' },
          { type: 'afterStep', stepId: map.steps[0]?.id ?? '' },
          { type: 'endOfStage', stageId: map.stages[0]?.id ?? '' },
          { type: 'cells', stepId: map.steps[1]?.id ?? '', laneId: map.lanes[0]?.id ?? '' },
        ];
        const to = targets[where] ?? { type: 'end' };
        const table = toTable(rows);
        const plan = planTable(table, { ...chosen, to }, map);
        const undo = createUndo(doc);
        const made = pasteTable(doc, plan);
        expect(made?.stepIds).toHaveLength(plan.steps.length);
        expect(made?.entries).toBe(plan.entries);
        const { map: after, issues } = readMap(doc);
        expect(issues).toEqual([]);
        const arranged = arrange(after);
        expect(arranged.steps).toHaveLength(map.steps.length + plan.steps.filter(({ id }) => id === null).length);
        expect(arranged.unplacedCards).toHaveLength(map.unplacedCards.length);
        const cardsPlanned = plan.rows.flatMap(({ row }) =>
          row.type === 'cards' ? row.cells.filter((cell) => cell !== '') : [],
        );
        expect(made?.cardIds.map((id) => after.cards.find((card) => card.id === id)?.text)).toEqual(cardsPlanned);
        undo.undo();
        expect(undo.canUndo()).toBe(false);
        const undone = arrange(readMap(doc).map);
        expect(undone.steps.map(({ id, title }) => [id, title])).toEqual(map.steps.map(({ id, title }) => [id, title]));
        expect(undone.lanes).toEqual(map.lanes);
        expect([...undone.cells.values()].flat()).toEqual([...map.cells.values()].flat());
        undo.destroy();
      }),
    );
  });
});
