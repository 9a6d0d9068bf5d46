import { appendUpdates } from '@/lib/data/documents';
import { openDatabase } from '@/lib/data/openDatabase';
import { patternBytes } from '@/tests/builders/storedMap';

// Run as a process of its own by the tests that kill it. Appends to a map without end and prints the number of each update once it is
// acknowledged. Arguments: data directory, id of the map.

const [dataDir = '', mapId = ''] = process.argv.slice(2);
const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir });
process.stdout.write(`open ${process.pid}\n`);

async function write(): Promise<never> {
  for (;;) {
    const updates = [{ bytes: patternBytes(300), actorId: 'user:a' }];
    const [result] = await appendUpdates(db, [{ mapId, updates }]);
    if (result && 'lastSeq' in result) process.stdout.write(`${result.lastSeq}\n`);
  }
}
await Promise.all([write(), write(), write()]);
