import type { Block } from '@/lib/map/block';
import type { CommandContext } from './command';

/** A cell of a table as spreadsheets take it from the clipboard. */
const toCell = (texts: readonly string[]): string => {
  const text = texts.join('\n');
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A block as a table for other programs, cells divided by tabs: steps from left to right, lanes from top to bottom. */
export function blockText({ index }: Pick<CommandContext, 'index'>, block: Block): string {
  const shown = new Map(index.lanes.map((lane) => [lane.id, lane.title.lines.map(({ text }) => text).join(' ')]));
  if (block.kind === 'lanes') {
    const titles = block.rows.map(({ lane }) => lane.title.trim() || lane.kind);
    const columns = block.columns
      .map((column, number) => ({ column, number }))
      .toSorted((a, b) => a.column.number - b.column.number);
    const head = ['', ...columns.map(({ column }) => toCell([column.title]))];
    const rows = block.rows.map(({ cards }, row) => [
      toCell([titles[row] ?? '']),
      ...columns.map(({ number }) => toCell(cards.filter(({ column }) => column === number).map(({ card }) => card.text))),
    ]);
    return [head, ...rows].map((cells) => cells.join('\t')).join('\n');
  }
  const steps = block.kind === 'steps' ? block.steps : block.stages.flatMap((stage) => stage.steps);
  const rows = block.lanes.map(({ id, title, kind }, lane) => [
    toCell([title.trim() || shown.get(id) || kind]),
    ...steps.map(({ cards }) => toCell(cards.filter((one) => one.lane === lane).map(({ card }) => card.text))),
  ]);
  return [['', ...steps.map(({ title }) => toCell([title]))], ...rows].map((cells) => cells.join('\t')).join('\n');
}
