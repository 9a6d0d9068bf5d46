import { machine } from '../../bench/report';
import type { Options } from './options';

export type Figure = { name: string; unit: string; values: number[] };

const round = (value: number): string => (value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3))));

/** Prints what was seen: lines for people, or one object for programs. */
export function print({ people, minutes, seed, json }: Options, figures: readonly Figure[], problems: readonly string[]): void {
  if (json) {
    console.log(JSON.stringify({ simulation: 'workshop', machine, people, minutes, seed, figures, problems }));
    return;
  }
  console.log(`\nworkshop · ${people} people, ${minutes} minutes, seed ${seed} · ${machine}`);
  for (const { name, unit, values } of figures) console.log(`  ${name}: ${values.map(round).join(' / ')} ${unit}`.trimEnd());
  if (problems.length === 0) console.log('  All documents are the same, and nothing was lost.');
  for (const problem of problems) console.log(`  WRONG: ${problem}`);
}
