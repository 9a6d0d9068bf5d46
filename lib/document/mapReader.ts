import type * as Y from 'yjs';
import { type Followed, followMerges } from '@/lib/map/followMerges';
import { emptyMap, type JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { isSameValue } from '@/lib/map/sameValue';
import { CollectionReader } from './collectionReader';
import { type ReadIssue, readMeta } from './readRecord';
import { dependencies, type IsKnown } from './references';
import { type Collection, collections, metaOf, recordNames, recordsOf } from './schema';

/** A map as it was read, and what had to be repaired or left out for it. Never changed after it was made. */
export type ReadMap = { map: JourneyMap; issues: ReadIssue[] };

/** Reads a document again and again, each time only what was touched. */
export class MapReader {
  readonly #meta: Y.Map<unknown> | null;
  readonly #readers: Map<Collection, CollectionReader>;
  readonly #shapeIssues: ReadIssue[] = [];
  #metaIssues: ReadIssue[] = [];
  #metaTouched = true;
  /** As it stands in the document; what others see follows mergings. */
  #raw: JourneyMap = emptyMap();
  #followed: Followed | undefined;
  #last: ReadMap = { map: this.#raw, issues: [] };

  constructor(doc: Y.Doc) {
    this.#meta = this.#open('meta', () => metaOf(doc));
    this.#readers = new Map(
      collections.map((collection) => {
        const source = this.#open(recordNames[collection], () => recordsOf(doc, collection));
        return [collection, new CollectionReader(collection, source)];
      }),
    );
  }

  touch(collection: Collection | 'meta', key: string): void {
    if (collection === 'meta') this.#metaTouched = true;
    else this.#readers.get(collection)?.touch(key);
  }

  /** The map as it stands. The same objects as before for everything that did not change, the result itself included. */
  read(): ReadMap {
    const next: Record<string, unknown> = { ...this.#raw };
    const isKnown: IsKnown = (collection, id) => this.#readers.get(collection)?.has(id) ?? false;
    const moved = new Set<Collection>();
    let changed = this.#readMetaInto(next);
    // `collections` names what is pointed to before what points to it.
    for (const [collection, reader] of this.#readers) {
      const change = reader.update(
        isKnown,
        dependencies[collection].some((other) => moved.has(other)),
      );
      if (change.membership) moved.add(collection);
      if (change.any) next[collection] = reader.records;
      changed ||= change.any;
    }
    const issues = [...this.#shapeIssues, ...this.#metaIssues, ...[...this.#readers.values()].flatMap((reader) => reader.issues)];
    const sameIssues = isSameValue(issues, this.#last.issues);
    if (changed || !sameIssues) {
      // Every collection's records were parsed by its own schema.
      if (changed) this.#raw = next as JourneyMap;
      this.#last = { map: changed ? this.#follow() : this.#last.map, issues: sameIssues ? this.#last.issues : issues };
    }
    return this.#last;
  }

  /** The map that people see. Records keep their identity, also those that are not where the document has them. */
  #follow(): JourneyMap {
    const followed = followMerges(this.#raw, this.#followed);
    const map = followed === this.#raw ? followed : withSameRecords(followed, this.#raw, this.#last.map);
    this.#followed = { raw: this.#raw, map };
    return map;
  }

  #readMetaInto(next: Record<string, unknown>): boolean {
    if (!this.#metaTouched) return false;
    this.#metaTouched = false;
    const { record, issues } = readMeta(this.#meta ?? {});
    this.#metaIssues = issues;
    if (isSameValue(record, next.meta)) return false;
    next.meta = record;
    return true;
  }

  /** A top-level name may have been taken by another shared type; Yjs throws then. */
  #open(record: ReadIssue['record'], open: () => Y.Map<unknown>): Y.Map<unknown> | null {
    try {
      return open();
    } catch {
      this.#shapeIssues.push({ record, id: '', problem: 'left out: the collection is not a map' });
      return null;
    }
  }
}

/** The map with the records of another one wherever they say the same; records that stand in the document as they are have theirs already. */
function withSameRecords(map: JourneyMap, raw: JourneyMap, before: JourneyMap): JourneyMap {
  const next: Record<string, unknown> = { ...map };
  for (const collection of collections) {
    if (map[collection] === raw[collection] || map[collection] === before[collection]) continue;
    const untouched = new Set<unknown>(raw[collection]);
    const moved = before[collection].filter((record) => !untouched.has(record));
    const known = new Map(moved.map((record) => [recordKey(collection, record), record]));
    const records = map[collection].map((record) => {
      const earlier = untouched.has(record) ? undefined : known.get(recordKey(collection, record));
      return earlier && isSameValue(earlier, record) ? earlier : record;
    });
    const same = records.length === before[collection].length && records.every((record, at) => record === before[collection][at]);
    next[collection] = same ? before[collection] : records;
  }
  return next as JourneyMap;
}
