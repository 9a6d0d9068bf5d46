import type { SyncLimits } from './limits';
import { Pace, workShares } from './pace';

type Entry = { count: number; pace: Pace };

/** Who is here from each address: how many connections, upgrades under way included, and how fast they may go together. */
export class AddressCounter {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly limits: Pick<SyncLimits, 'addressFramesPerSecond' | 'addressFramesAtOnce'>,
    private readonly now: () => number,
  ) {}

  countOf(address: string): number {
    return this.entries.get(address)?.count ?? 0;
  }

  /** Counts one more. `leave` takes it back, once. */
  enter(address: string): { pace: Pace; leave: () => void } {
    const entry = this.entries.get(address) ?? this.make();
    this.entries.set(address, entry);
    entry.count += 1;
    let isIn = true;
    const leave = (): void => {
      if (!isIn) return;
      isIn = false;
      entry.count -= 1;
      if (entry.count === 0) this.entries.delete(address);
    };
    return { pace: entry.pace, leave };
  }

  private make(): Entry {
    const { addressFramesPerSecond, addressFramesAtOnce } = this.limits;
    return { count: 0, pace: new Pace(addressFramesPerSecond, addressFramesAtOnce, this.now, workShares.address) };
  }
}
