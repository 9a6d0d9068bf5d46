import { cpus, totalmem } from 'node:os';

export type Row = {
  name: string;
  unit: string;
  better: 'lower' | 'higher';
  ours: number | null;
  peers: Record<string, number | null>;
  goal?: string;
  note?: string;
};

/** Whether the benchmark was asked to measure smaller (within a minute), and how to print. */
export const options = { quick: process.argv.includes('--quick'), json: process.argv.includes('--json') };

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

const round = (value: number | null): string =>
  value === null ? '–' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

/** Prints the rows: a table for people, or with --json one object on the last line. Ratios are ours ÷ peer. */
export function report(bench: string, rows: Row[]): void {
  if (options.json) {
    console.log(JSON.stringify({ bench, machine, rows }));
    return;
  }
  console.log(`\n${bench} · ${machine}${options.quick ? ' · quick' : ''}`);
  for (const row of rows) {
    const peers = Object.entries(row.peers).map(([name, value]) => {
      const ratio = row.ours !== null && value ? ` (ours ÷ peer ${(row.ours / value).toFixed(2)})` : '';
      return `${name} ${round(value)}${ratio}`;
    });
    console.log(
      `  ${row.name}: ${round(row.ours)} ${row.unit} · ${row.better} is better${peers.length ? ` · ${peers.join(' · ')}` : ''}${row.goal ? ` · goal ${row.goal}` : ''}${row.note ? ` · ${row.note}` : ''}`,
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
