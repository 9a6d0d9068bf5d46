import { describe, expect, it } from 'vitest';
import { de } from '@/lib/i18n/messages/de';
import { en } from '@/lib/i18n/messages/en';
import { arrange } from '@/lib/map/arrange';
import { laneKinds } from '@/lib/map/lane';
import { findChannel, findLaneKind, readEmotionName } from '@/lib/map/table/laneNames';
import { guessChoices, planTable } from '@/lib/map/table/planTable';
import { readEmotion } from '@/lib/map/table/readEmotion';
import { toTable } from '@/lib/map/table/readTable';
import type { TableChoices, TableTarget } from '@/lib/map/table/tablePlan';
import { knownChannels } from '@/lib/map/touchpoint';
import { mapBuilder, smallMap } from '../../../builders/map';

const map = arrange(smallMap());
const [doing, thinking] = map.lanes;
const [petra, max] = map.personas;
const asRead: TableChoices = { titles: true, names: true, swapped: false, to: { type: 'end' } };
const plan = (cells: string[][], choices: Partial<TableChoices> = {}, on = map) =>
  planTable(toTable(cells), { ...asRead, ...choices }, on);

describe('the names of lanes and channels', () => {
  it('are the interface’s own, in both languages, and what people call them', () => {
    for (const kind of laneKinds.filter((each) => each !== 'custom')) {
      for (const words of [de, en]) expect(findLaneKind(words.canvas.laneKind[kind]), kind).toBe(kind);
    }
    expect([' DENKEN : ', 'Thoughts', 'Pain  points', 'Kosten'].map(findLaneKind)).toEqual([
      'thinking',
      'thinking',
      'painPoints',
      null,
    ]);
    for (const channel of knownChannels) {
      for (const words of [de, en]) expect(findChannel(words.canvas.channel[channel]), channel).toBe(channel);
    }
  });

  it('of the curve may say whose it is', () => {
    expect([de.canvas.emotion, en.canvas.emotion].map(readEmotionName)).toEqual([{ of: '' }, { of: '' }]);
    expect(['Emotion: Karl', 'Gefühl (Petra, 52)', 'Emotion – Max', 'Emotional cost', 'Kosten'].map(readEmotionName)).toEqual([
      ...[{ of: 'karl' }, { of: 'petra, 52' }, { of: 'max' }, null, null],
    ]);
    expect(['-2', '−1', '+1,5', ' 0 ', '', '3', '-2.5', 'good', '1-2'].map(readEmotion)).toEqual([
      ...[-2, -1, 1.5, 0, undefined, null, null, null, null],
    ]);
  });
});

describe('planTable', () => {
  it('reads steps × lanes: titles above, names at the left, known lanes by title or kind, others of their own', () => {
    const { steps, rows, at, entries, notes, problems } = plan([
      ['', 'Calls', 'Waits'],
      ['Tun', 'Dials', ''],
      ['Thinking', 'Hm', '„Wann?“'],
      ['Kosten', '', '3 €'],
      ['Schmerzpunkte', 'Queue', ''],
    ]);
    expect(steps).toEqual([
      { id: null, title: 'Calls' },
      { id: null, title: 'Waits' },
    ]);
    expect(rows.map(({ row }) => row.type === 'cards' && row.lane)).toEqual([
      { id: doing?.id },
      { id: thinking?.id },
      { id: null, kind: 'custom', title: 'Kosten' },
      { id: null, kind: 'painPoints', title: '' },
    ]);
    expect(at).toEqual({ stageId: map.stages.at(-1)?.id });
    expect(entries).toBe(5);
    expect([notes, problems]).toEqual([[], []]);
  });

  it('finds a lane by its own title before it goes by the kind', () => {
    const draft = mapBuilder();
    const own = draft.addLane('custom', { title: 'Denken' });
    draft.addLane('thinking');
    const hidden = draft.addLane('doing', { hidden: true });
    const { rows, notes } = plan(
      [
        ['', 'A'],
        ['denken:', 'x'],
        ['Doing', 'y'],
      ],
      {},
      arrange(draft.toMap()),
    );
    expect(rows.map(({ row }) => row.type === 'cards' && row.lane)).toEqual([{ id: own }, { id: hidden }]);
    expect(notes).toContainEqual({ type: 'hiddenLane', name: 'Doing' });
    expect(notes).toContainEqual({ type: 'newStage' });
  });

  it('goes on in the lane above where a name spans rows', () => {
    const { rows } = plan([
      ['', 'A', 'B'],
      ['Tun', 'a', ''],
      ['', 'b', 'c'],
    ]);
    expect(rows.map(({ row }) => row.type === 'cards' && row.lane)).toEqual([{ id: doing?.id }, { id: doing?.id }]);
  });

  it('reads the curve of the main persona, or of the one that is named; words are cards', () => {
    const { rows, notes } = plan([
      ['', 'A', 'B', 'C'],
      ['Gefühl', '−2', '', '+1.25'],
      ['Emotion: Max', '0', '2', ''],
      ['Emotion: Nobody', '1', '1', '1'],
      ['Gefühle', 'wütend', '-1', ''],
    ]);
    expect(rows.map(({ row }) => row)).toMatchObject([
      { type: 'emotion', personaId: petra?.id, cells: [-2, null, 1.3] },
      { type: 'emotion', personaId: max?.id, cells: [0, 2, null] },
      { type: 'cards', lane: { id: null, kind: 'custom', title: 'Emotion: Nobody' } },
      { type: 'cards', lane: { id: null, kind: 'feeling', title: '' } },
    ]);
    expect(notes).toEqual([
      { type: 'rounded', count: 1 },
      { type: 'notNumbers', name: 'Gefühle' },
    ]);
    const { rows: alone, notes: more } = plan(
      [
        ['', 'A'],
        ['Emotion', '1'],
      ],
      {},
      arrange(mapBuilder().toMap()),
    );
    expect(alone[0]?.row).toMatchObject({ type: 'emotion', personaId: null });
    expect(more).toContainEqual({ type: 'newPersona' });
  });

  it('parts touchpoints at commas, and knows their channels', () => {
    const { rows, entries } = plan([
      ['', 'A', 'B'],
      ['Berührungspunkte', 'Hotline, Formular;App', ''],
    ]);
    expect(rows[0]?.row).toEqual({
      type: 'touchpoints',
      lane: { id: null, kind: 'touchpoints', title: '' },
      cells: [
        [
          { channel: 'phone', name: '' },
          { channel: 'other', name: 'Formular' },
          { channel: 'app', name: '' },
        ],
        [],
      ],
    });
    expect(entries).toBe(3);
  });

  it('swaps rows and columns, and can do without titles and names', () => {
    const { steps, rows } = plan(
      [
        ['Step', 'Doing'],
        ['Calls', 'Dials'],
        ['Waits', 'Hums'],
      ],
      { swapped: true },
    );
    expect(steps.map(({ title }) => title)).toEqual(['Calls', 'Waits']);
    expect(rows.map(({ row }) => row)).toEqual([{ type: 'cards', lane: { id: doing?.id }, cells: ['Dials', 'Hums'] }]);
    const bare = plan(
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      { titles: false, names: false },
    );
    expect(bare.steps.map(({ title }) => title)).toEqual(['', '']);
    expect(bare.rows.map(({ row }) => row.type === 'cards' && row.lane)).toEqual([
      { id: doing?.id },
      { id: thinking?.id },
      { id: null, kind: 'custom', title: '' },
    ]);
  });

  it('fills cells from the one at hand: keeps titles, and adds steps behind the last', () => {
    const to: TableTarget = { type: 'cells', stepId: map.steps[1]?.id ?? '', laneId: thinking?.id ?? '' };
    const { steps, rows, notes } = plan(
      [
        ['X', 'Y', 'Z'],
        ['a', 'b', 'c'],
      ],
      { names: false, to },
    );
    expect(steps).toEqual([
      { id: map.steps[1]?.id, title: null },
      { id: map.steps[2]?.id, title: null },
      { id: null, title: 'Z' },
    ]);
    expect(rows[0]?.row).toMatchObject({ lane: { id: thinking?.id } });
    expect(notes).toEqual([
      { type: 'titlesKept', count: 2 },
      { type: 'newSteps', count: 1 },
    ]);
  });

  it('goes where it is asked to, else to the end', () => {
    const at = (to: TableTarget) =>
      plan(
        [
          ['', 'A'],
          ['Doing', 'x'],
        ],
        { to },
      ).at;
    expect(at({ type: 'afterStep', stepId: map.steps[0]?.id ?? '' })).toEqual({ after: map.steps[0]?.id });
    expect(at({ type: 'endOfStage', stageId: map.stages[0]?.id ?? '' })).toEqual({ stageId: map.stages[0]?.id });
    expect(at({ type: 'afterStep', stepId: 'gone' })).toEqual({ stageId: map.stages.at(-1)?.id });
  });

  it('says what is left out, and names what is too much, line by line, as it lay in the spreadsheet', () => {
    const long = 'x'.repeat(20_001);
    const { notes, problems } = plan([
      ['Schritt', 'A', ''],
      ['', '', ''],
      ['Doing', long, ''],
      ['Touchpoints', `${'y'.repeat(201)}, z`, ''],
    ]);
    expect(notes).toEqual([
      { type: 'blankRows', count: 1 },
      { type: 'corner', text: 'Schritt' },
    ]);
    expect(problems).toEqual([
      { type: 'textTooLong', row: 3, column: 2, length: 20_001, max: 20_000 },
      { type: 'textTooLong', row: 4, column: 2, length: 201, max: 200 },
    ]);
    const swapped = plan(
      [
        ['', 'Doing'],
        ['A', long],
      ],
      { swapped: true },
    );
    expect(swapped.problems).toEqual([{ type: 'textTooLong', row: 2, column: 2, length: 20_001, max: 20_000 }]);
    const wide = plan([
      ['', ...Array.from({ length: 201 }, (_, step) => `S${step}`)],
      ['Doing', 'x'],
    ]);
    expect(wide.problems).toEqual([{ type: 'tooManySteps', count: 201, max: 200 }]);
    const high = plan([['', 'A'], ...Array.from({ length: 51 }, () => ['Doing', 'x'])]);
    expect(high.problems).toEqual([{ type: 'tooManyLanes', count: 51, max: 50 }]);
    const full = Array.from({ length: 40 }, () => ['Doing', ...Array.from({ length: 126 }, () => 'x')]);
    expect(plan([['', ...Array.from({ length: 126 }, () => 'S')], ...full]).problems).toEqual([
      { type: 'tooManyEntries', count: 5040, max: 5000 },
    ]);
    expect(plan([['a']]).problems).toEqual([{ type: 'nothing' }]);
  });
});

describe('guessChoices', () => {
  const cells: TableTarget = { type: 'cells', stepId: 's', laneId: 'l' };
  const after: TableTarget = { type: 'afterStep', stepId: 's' };

  it('knows by the names of lanes which way a table lies', () => {
    expect(
      guessChoices(
        toTable([
          ['', 'A', 'B'],
          ['Tun', 'x', 'y'],
        ]),
        map,
        [after],
      ),
    ).toEqual({ ...asRead, to: after });
    expect(
      guessChoices(
        toTable([
          ['', 'Tun', 'Denken'],
          ['A', 'x', 'y'],
        ]),
        map,
        [cells, after],
      ),
    ).toEqual({ ...asRead, swapped: true, to: after });
  });

  it('fills the cells at hand with a table that names no lane', () => {
    const plain = toTable([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(guessChoices(plain, map, [cells, after])).toEqual({ titles: false, names: false, swapped: false, to: cells });
    expect(guessChoices(plain, map, [])).toEqual(asRead);
  });
});
