import type { Database } from './database';
import { listEntryFileHashes } from './evidence/entryFiles';
import { listFutureStateHashes } from './futureStates';
import { listFileHashes } from './mapFiles';
import { listVersionHashes } from './versions';

/** Names the files that one part of the product refers to. */
type Collector = (db: Database) => Promise<Iterable<string>>;

/** Whatever stores files (lib/data/blobs.ts) names here the ones that it needs: every other one is swept a day after it was stored. */
const collectors: readonly Collector[] = [listFileHashes, listVersionHashes, listFutureStateHashes, listEntryFileHashes];

/** The hashes of all files that anything refers to. */
export async function listUsedBlobs(db: Database): Promise<Set<string>> {
  const used = new Set<string>();
  for (const collect of collectors) for (const hash of await collect(db)) used.add(hash);
  return used;
}
