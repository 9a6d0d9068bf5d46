import { describe, expect, it } from 'vitest';
import { moveInGrid } from '@/components/editor/tableView/moveInGrid';
import { parseEmotion } from '@/components/editor/tableView/parseEmotion';
import { sameStepRow } from '@/components/editor/tableView/sameStepRow';
import { placeOf, referenceOf, toTableGrid } from '@/components/editor/tableView/tableGrid';
import { arrange } from '@/lib/map/arrange';
import { template } from '@/lib/map/templates/template';

const journey = template('customerServiceCall', 'en');
const map = arrange(journey);
const grid = toTableGrid(map);
const press = (key: string, keys: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...keys,
});

describe('the table of a map', () => {
  it('has a row for each stage and each step in order, and a column for each lane and persona', () => {
    expect(grid.rows.map(({ type }) => type)).toEqual(map.stages.flatMap(({ steps }) => ['stage', ...steps.map(() => 'step')]));
    expect(grid.columns.filter(({ type }) => type === 'lane')).toHaveLength(map.lanes.length);
    expect(grid.columns.filter(({ type }) => type === 'emotion')).toHaveLength(map.personas.length);
    expect(new Set(grid.columns.map(({ key }) => key)).size).toBe(grid.columns.length);
  });

  it('shows touchpoints once: in their lane, or in a column of their own', () => {
    const lane = map.lanes.some(({ kind }) => kind === 'touchpoints');
    expect(grid.columns.some(({ type }) => type === 'touchpoints')).toBe(!lane);
    const without = toTableGrid({ ...map, lanes: map.lanes.filter(({ kind }) => kind !== 'touchpoints') });
    expect(without.columns.some(({ type }) => type === 'touchpoints')).toBe(true);
  });

  it('leads from a cell to what is selected, and back', () => {
    for (const row of grid.rows) {
      for (const column of grid.columns) {
        const reference = referenceOf(grid, { row: row.key, column: column.key });
        const place = reference && placeOf(map, reference);
        expect(place?.row).toBe(row.key);
        const isOwn = row.type === 'step' && (column.type === 'lane' || column.type === 'emotion');
        expect(place?.column).toBe(isOwn ? column.key : 'title');
      }
    }
    const card = [...map.cells.values()].flat()[0];
    expect(card && placeOf(map, { type: 'card', id: card.id })).toEqual({
      row: `step:${card?.pos.stepId}`,
      column: `lane:${card?.pos.laneId}`,
    });
    expect(placeOf(map, { type: 'card', id: 'gone' })).toBeNull();
  });

  it('gives nothing to select for a stage that has no record', () => {
    const [first] = map.stages;
    if (!first) throw new Error('The template has stages.');
    const unplaced = toTableGrid({ ...map, stages: [{ ...first, id: 'unplaced', unplaced: true }] });
    expect(referenceOf(unplaced, { row: 'stage:unplaced', column: 'title' })).toBeNull();
  });
});

describe('the keys of the table', () => {
  const [firstStage, firstStep] = grid.rows;
  const at = (row: number, column: number) => ({ row: grid.rows[row]?.key ?? '', column: grid.columns[column]?.key ?? '' });

  it('go from cell to cell and stop at the edges', () => {
    expect(moveInGrid(grid, at(1, 0), press('ArrowRight'))).toEqual(at(1, 1));
    expect(moveInGrid(grid, at(1, 0), press('ArrowLeft'))).toEqual(at(1, 0));
    expect(moveInGrid(grid, at(1, 2), press('End'))).toEqual(at(1, grid.columns.length - 1));
    expect(moveInGrid(grid, at(5, 2), press('Home', { ctrlKey: true }))).toEqual(at(0, 0));
    expect(moveInGrid(grid, at(5, 2), press('End', { metaKey: true }))).toEqual(
      at(grid.rows.length - 1, grid.columns.length - 1),
    );
    expect(moveInGrid(grid, at(2, 1), press('PageUp'))).toEqual(at(0, 1));
  });

  it('keep the column on the way over a stage, which is one cell', () => {
    expect(firstStage?.type).toBe('stage');
    expect(firstStep?.type).toBe('step');
    const over = moveInGrid(grid, at(1, 3), press('ArrowUp'));
    expect(over).toEqual(at(0, 3));
    expect(over && moveInGrid(grid, over, press('ArrowRight'))).toEqual(at(0, 3));
    expect(over && moveInGrid(grid, over, press('ArrowDown'))).toEqual(at(1, 3));
  });

  it('leave other keys alone', () => {
    for (const other of [press('a'), press('ArrowDown', { altKey: true }), press('ArrowDown', { ctrlKey: true }), press('Tab')])
      expect(moveInGrid(grid, at(1, 1), other)).toBeNull();
  });

  it('survive a row that somebody has just deleted', () => {
    expect(moveInGrid(grid, { row: 'step:gone', column: 'lane:gone' }, press('ArrowDown'))).toEqual(at(1, 0));
    expect(moveInGrid({ rows: [], columns: [] }, at(0, 0), press('ArrowDown'))).toBeNull();
  });
});

describe('a feeling as people write it', () => {
  it.each([
    ['-1,5', -1.5],
    ['−2', -2],
    ['+1.25', 1.3],
    [' 0 ', 0],
    ['', undefined],
    ['2.1', null],
    ['gut', null],
    ['1 2', null],
    ['--1', null],
  ])('%s', (text, value) => {
    expect(parseEmotion(text)).toBe(value);
  });
});

describe('a row', () => {
  it('is the same as long as nothing in it changed', () => {
    const again = arrange({ ...journey });
    for (const [index, step] of map.steps.entries()) {
      const other = again.steps[index];
      expect(other && sameStepRow(step, other, map, again)).toBe(true);
    }
    const [card] = journey.cards;
    if (!card) throw new Error('The template has cards.');
    const changed = arrange({ ...journey, cards: journey.cards.map((one) => (one === card ? { ...one, text: 'else' } : one)) });
    const differing = map.steps.filter((step, index) => {
      const other = changed.steps[index];
      return other && !sameStepRow(step, other, map, changed);
    });
    expect(differing.map(({ id }) => id)).toEqual([card.pos.stepId]);
  });
});
