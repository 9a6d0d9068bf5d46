import { median, type Row } from '../report';
import { type Candidate, labelOf } from './candidate';

type Kind = Pick<Row, 'unit' | 'better'> & { goal?: string; note?: string };
type Entry = { kind: Kind; values: Map<Candidate, (number | null)[]> };

/** What was measured, run by run, and the rows that come of it: medians and ranges, the first candidate as ours. */
export class Figures {
  private readonly candidates: readonly Candidate[];
  private readonly entries = new Map<string, Entry>();

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates;
  }

  /** Notes one run's value; null where the candidate has no such thing. */
  add(name: string, kind: Kind, candidate: Candidate, value: number | null): void {
    const entry = this.entries.get(name) ?? { kind, values: new Map() };
    this.entries.set(name, entry);
    entry.values.set(candidate, [...(entry.values.get(candidate) ?? []), value]);
  }

  /** Rows in the order in which they were first noted. */
  rows(): Row[] {
    return [...this.entries].map(([name, { kind, values }]) => {
      const found = this.candidates.flatMap((candidate) => {
        const known = values.get(candidate)?.filter((value) => value !== null);
        return known ? [{ label: labelOf(candidate), candidate, known }] : [];
      });
      const middle = (known: number[]): number | null => (known.length > 0 ? median(known) : null);
      const [ours] = this.candidates;
      return {
        name,
        ...kind,
        ours: middle(found.find(({ candidate }) => candidate === ours)?.known ?? []),
        peers: Object.fromEntries(
          found.filter(({ candidate }) => candidate !== ours).map(({ label, known }) => [label, middle(known)]),
        ),
        ranges: Object.fromEntries(
          found
            .filter(({ known }) => known.length > 1)
            .map(({ label, candidate, known }) => [
              candidate === ours ? 'ours' : label,
              [Math.min(...known), Math.max(...known)] as const,
            ]),
        ),
      };
    });
  }
}
