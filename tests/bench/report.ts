import { cpus, totalmem } from 'node:os';

export type Row = {
  name: string;
  unit: string;
  better: 'lower' | 'higher';
  ours: number | null;
  peers: Record<string, number | null>;
  /** The least and the most of several runs: under "ours", and under the peers' names. */
  ranges?: Record<string, readonly [number, number]>;
  goal?: string;
  note?: string;
};

/** Whether the benchmark was asked to measure smaller (within a minute), and how to print. */
export const options = { quick: process.argv.includes('--quick'), json: process.argv.includes('--json') };

/** What the figures were measured on. */
export const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

const round = (value: number | null): string =>
  value === null ? '–' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

function range(row: Row, name: string): string {
  const found = row.ranges?.[name];
  return found ? ` [${round(found[0])}–${round(found[1])}]` : '';
}

/** Prints the rows: a table for people, or with --json one object on the last line. Ratios are ours ÷ peer. */
export function report(bench: string, rows: Row[]): void {
  if (options.json) {
    console.log(JSON.stringify({ bench, machine, rows }));
    return;
  }
  console.log(`\n${bench} · ${machine}${options.quick ? ' · quick' : ''}`);
  printRows(rows);
}

/** The rows of that table alone: for a benchmark that takes long, as it goes. */
export function printRows(rows: readonly Row[]): void {
  for (const row of rows) {
    const peers = Object.entries(row.peers).map(([name, value]) => {
      const ratio =
        row.ours !== null && row.ours >= 0 && value && value > 0 ? ` (ours ÷ peer ${(row.ours / value).toFixed(2)})` : '';
      return `${name} ${round(value)}${range(row, name)}${ratio}`;
    });
    console.log(
      `  ${row.name}: ${round(row.ours)}${range(row, 'ours')} ${row.unit} · ${row.better} is better${peers.length ? ` · ${peers.join(' · ')}` : ''}${row.goal ? ` · goal ${row.goal}` : ''}${row.note ? ` · ${row.note}` : ''}`,
    );
  }
}

/** Median of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
