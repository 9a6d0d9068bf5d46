import type * as Y from 'yjs';
import { isSameValue } from '@/lib/map/sameValue';
import { type ReadIssue, readRecord } from './readRecord';
import { checkReferences, type IsKnown } from './references';
import type { Collection } from './schema';
import { lowerBound, withKeys } from './sortedKeys';

/** What a reading changed: in which keys, and whether records came or went. */
export type Change = { any: boolean; membership: boolean };

const unchanged: Change = { any: false, membership: false };

/** One collection as it was last read. Reads again only what was touched, and keeps the identity of what did not change. */
export class CollectionReader {
  readonly collection: Collection;
  readonly #source: Y.Map<unknown> | null;
  /** Read records by key; those that references leave out later are among them. */
  readonly #read = new Map<string, object>();
  readonly #fieldIssues = new Map<string, ReadIssue[]>();
  readonly #referenceIssues = new Map<string, ReadIssue[]>();
  #keys: string[] = [];
  #records: object[] = [];
  #touched = new Set<string>();
  #all = true;

  constructor(collection: Collection, source: Y.Map<unknown> | null) {
    this.collection = collection;
    this.#source = source;
  }

  /** Sorted by key. A new array after each change, the same one otherwise. */
  get records(): readonly object[] {
    return this.#records;
  }

  get issues(): ReadIssue[] {
    return [...this.#fieldIssues.values(), ...this.#referenceIssues.values()].flat();
  }

  has(key: string): boolean {
    return this.#keys[lowerBound(this.#keys, key)] === key;
  }

  touch(key: string): void {
    this.#touched.add(key);
  }

  /** Reads what was touched since the last time. `recheck`: records of another collection came or went. */
  update(isKnown: IsKnown, recheck: boolean): Change {
    const keys = this.#all ? new Set(this.#source?.keys() ?? []) : this.#touched;
    if (keys.size === 0 && !recheck) {
      this.#all = false;
      return unchanged;
    }
    for (const key of keys) this.#readOne(key);
    this.#touched = new Set();
    this.#all = false;
    return this.#place(recheck ? new Set([...this.#read.keys(), ...keys]) : keys, isKnown);
  }

  #readOne(key: string): void {
    const value = this.#source?.get(key);
    const { record, issues } = value === undefined ? { record: null, issues: [] } : readRecord(this.collection, key, value);
    setOrDelete(this.#fieldIssues, key, issues);
    if (!record) this.#read.delete(key);
    else if (!isSameValue(this.#read.get(key), record)) this.#read.set(key, record);
  }

  #place(keys: ReadonlySet<string>, isKnown: IsKnown): Change {
    const added: string[] = [];
    const removed = new Set<string>();
    const replaced: string[] = [];
    for (const key of keys) {
      const record = this.#read.get(key);
      // The record was parsed by this collection's own schema, which is what `checkReferences` asks for.
      const result = record
        ? checkReferences(this.collection, key, record as never, isKnown)
        : { kept: false, issues: [] as ReadIssue[] };
      setOrDelete(this.#referenceIssues, key, result.issues);
      const index = lowerBound(this.#keys, key);
      const there = this.#keys[index] === key;
      if (there && !result.kept) removed.add(key);
      else if (!there && result.kept) added.push(key);
      else if (there && this.#records[index] !== record) replaced.push(key);
    }
    return this.#rebuild(added, removed, replaced);
  }

  #rebuild(added: string[], removed: ReadonlySet<string>, replaced: string[]): Change {
    const membership = added.length > 0 || removed.size > 0;
    if (!membership && replaced.length === 0) return unchanged;
    if (membership) {
      this.#keys = withKeys(this.#keys, added, removed);
      this.#records = this.#keys.flatMap((key) => this.#read.get(key) ?? []);
    } else {
      this.#records = [...this.#records];
      for (const key of replaced) {
        const record = this.#read.get(key);
        if (record) this.#records[lowerBound(this.#keys, key)] = record;
      }
    }
    return { any: true, membership };
  }
}

function setOrDelete(issues: Map<string, ReadIssue[]>, key: string, found: ReadIssue[]): void {
  if (found.length > 0) issues.set(key, found);
  else issues.delete(key);
}
