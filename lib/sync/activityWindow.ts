import type { FieldChange } from '@/lib/document/activity';
import type { JourneyMap } from '@/lib/map/journeyMap';

/** Who changed what: one field of one record, from what it was to what it became. */
export type ActivityChange = FieldChange & { seq: number; actorId: string };

type Pending = FieldChange & { actorId: string };

/** More than this many fields of one window are not listed one by one: a list that long is read by nobody. */
const mostChanges = 2_000;

/** Gathers what people changed since the list was last written, each field once a person: from before the first to after the last. */
export class ActivityWindow {
  private readonly describe: (before: JourneyMap, after: JourneyMap) => FieldChange[];
  private last: JourneyMap;
  private author: string | null = null;
  private readonly pending = new Map<string, Pending>();

  constructor(map: JourneyMap, describe: (before: JourneyMap, after: JourneyMap) => FieldChange[]) {
    this.last = map;
    this.describe = describe;
  }

  get isEmpty(): boolean {
    return this.pending.size === 0 && this.author === null;
  }

  /** Call before somebody's change is taken in; `read` gives the map as it stands before it. */
  begin(actorId: string, read: () => JourneyMap): void {
    if (this.author !== null && this.author !== actorId) this.close(read());
    this.author = actorId;
  }

  /** Ascribes what has changed up to `map` to whoever changed last. */
  private close(map: JourneyMap): void {
    const actorId = this.author;
    this.author = null;
    if (actorId === null || map === this.last) return;
    for (const change of this.describe(this.last, map)) {
      const key = `${actorId} ${change.record} ${change.recordId} ${change.field}`;
      const earlier = this.pending.get(key);
      if (!earlier && this.pending.size >= mostChanges) continue;
      this.pending.set(key, { ...change, before: earlier ? earlier.before : change.before, actorId });
    }
    this.last = map;
  }

  /** Everything up to `map`, as of log number `seq`; fields that ended as they began are left out. The window begins anew. */
  take(map: JourneyMap, seq: number): ActivityChange[] {
    this.close(map);
    const changes = [...this.pending.values()].filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
    this.pending.clear();
    return changes.map((change) => ({ ...change, seq }));
  }

  /** Puts back what could not be written. */
  putBack(changes: ActivityChange[]): void {
    for (const { seq: _seq, ...change } of changes) {
      const key = `${change.actorId} ${change.record} ${change.recordId} ${change.field}`;
      const later = this.pending.get(key);
      this.pending.set(key, later ? { ...later, before: change.before } : change);
    }
  }
}
