// `npm run bench -- editor`: what a person feels in a map of 500, 3,000 and 10,000 cards, and in Excalidraw and tldraw with the same
// notes: opening, panning, zooming, typing, and twenty others writing at once. Same machine, same Chromium, in turn.
import type { Board, OpenScene } from './editor/board';
import type { Effort } from './editor/handleScene';
import { bundleDriver, type Felt, launchBrowser, measureBoard } from './editor/measureBoard';
import { makeScene, sizes } from './editor/notes';
import { startOurs } from './editor/ours';
import { startWhiteboards } from './editor/whiteboards';
import { median, options, printRows, type Row, report } from './report';
import { numberOption, readChoice } from './sync/choice';
import { percentile } from './sync/schedule';

const effort: Effort = options.quick
  ? { panFrames: 40, keys: 25, remoteSeconds: 3 }
  : { panFrames: 100, keys: 60, remoteSeconds: 8 };

const typingGoal = 50;

type Figure = { row: string; name: string; unit: string; of: (felt: Felt) => number | null; note?: string };
const frames = (row: 'panNear' | 'zoom' | 'panFar', name: string): Figure[] => [
  { row: 'frames', name: `${name}: frame, median`, unit: 'ms', of: (felt) => felt[row].median },
  { row: 'frames', name: `${name}: frame, p95`, unit: 'ms', of: (felt) => felt[row].p95 },
  { row: 'frames', name: `${name}: dropped frames`, unit: '%', of: (felt) => felt[row].dropped },
];
const figures: Figure[] = [
  { row: 'opening', name: 'first card visible', unit: 'ms', of: (felt) => felt.shown },
  { row: 'opening', name: 'interactive', unit: 'ms', of: (felt) => felt.interactive },
  ...frames('panNear', 'panning at 100 %'),
  ...frames('zoom', 'zooming 100 % → 10 % → 100 %'),
  ...frames('panFar', 'panning at 10 %'),
  { row: 'typing', name: 'key to paint, p50', unit: 'ms', of: ({ typing }) => percentile(typing, 0.5) },
  { row: 'typing', name: 'key to paint, p95', unit: 'ms', of: ({ typing }) => percentile(typing, 0.95) },
  {
    row: 'remote',
    name: 'remote edit to paint, p50',
    unit: 'ms',
    of: ({ remote }) => percentile(remote, 0.5),
    note: '100 edits/s',
  },
  { row: 'remote', name: 'remote edit to paint, p95', unit: 'ms', of: ({ remote }) => percentile(remote, 0.95) },
  { row: 'remote', name: 'remote edits not painted 5 s later', unit: 'edits', of: ({ unseen }) => unseen },
  { row: 'remote', name: 'key to paint meanwhile, p95', unit: 'ms', of: ({ typingAmong }) => percentile(typingAmong, 0.95) },
  { row: 'memory', name: 'JavaScript heap', unit: 'MB', of: (felt) => felt.heap, note: 'after all that, and a collection' },
  { row: 'memory', name: 'memory of the page’s process', unit: 'MB', of: (felt) => felt.resident },
];
const choice = readChoice([...new Set(figures.map(({ row }) => row))]);
const runs = choice.runs ?? (options.quick ? 1 : 3);
const size = numberOption('notes');
if (size !== null && !sizes.includes(size)) {
  console.error(`--notes takes one of ${sizes.join(', ')}.`);
  process.exit(2);
}

function rowsOf(notes: number, boards: readonly Board[], found: ReadonlyMap<Board, Felt[]>): Row[] {
  const middle = (board: Board, of: Figure['of']): number | null => {
    const known = (found.get(board) ?? []).map(of).filter((value) => value !== null);
    return known.length > 0 ? median(known) : null;
  };
  const [ours, ...peers] = boards;
  return figures
    .filter(({ row }) => choice.names.includes(row))
    .map(({ name, unit, of, note }) => ({
      ...{ name: `${notes.toLocaleString('en')} cards · ${name}`, unit, better: 'lower' as const },
      ours: ours ? middle(ours, of) : null,
      peers: Object.fromEntries(peers.map((peer) => [peer.name, middle(peer, of)])),
      ...(name === 'key to paint, p95' ? { goal: `at most ${typingGoal} ms` } : {}),
      ...(note ? { note } : {}),
    }));
}

const driver = await bundleDriver();
const setUp = await launchBrowser();
const boards = [await startOurs(setUp), ...(await startWhiteboards())];
const rows: Row[] = [];
try {
  for (const notes of size === null ? sizes : [size]) {
    const scene = makeScene(notes);
    const opened = new Map<Board, OpenScene>();
    for (const board of boards) opened.set(board, await board.open(scene));
    const found = new Map<Board, Felt[]>(boards.map((board) => [board, []]));
    for (let run = 1; run <= runs; run++) {
      // In turn, so that what else the machine does meets all alike.
      for (const [board, open] of opened) {
        found.get(board)?.push(await measureBoard(board, open, scene, effort, driver));
        if (!options.json) console.log(`  ${notes.toLocaleString('en')} cards, ${board.name}: run ${run} of ${runs}`);
      }
    }
    const made = rowsOf(notes, boards, found);
    rows.push(...made);
    if (!options.json) printRows(made);
  }
} finally {
  for (const board of boards) await board.close();
  await setUp.close();
}
if (options.json) report('editor', rows);
