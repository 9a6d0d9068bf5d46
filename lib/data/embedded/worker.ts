import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFs, durableStartParams } from './durableFs';
import { FrontendMessages } from './frontendMessages';
import { giveWay } from './giveWay';
import { Housekeeper } from './housekeeping';
import type { WorkerInput, WorkerReport, WorkerRequest } from './protocol';
import { TransactionStatus } from './transactionStatus';

// Entry of the database's worker thread: PGlite on a directory, spoken to in PostgreSQL's wire protocol over message ports.
// It never goes on after an error of its own: it reports, ends, and the write-ahead log brings everything committed back.

const input = workerData as WorkerInput;
const parent = parentPort;
if (!parent) throw new Error('The database worker was started outside a worker thread.');
const report = (message: WorkerReport): void => parent.postMessage(message);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function fail(error: unknown): never {
  report({ type: 'failed', message: messageOf(error) });
  process.exit(1);
}

async function open(): Promise<PGlite> {
  const files = new DurableNodeFs(input.dataDir);
  const database = await PGlite.create({
    fs: files,
    // -F is PostgreSQL's switch for "no fsync".
    startParams: [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), ...durableStartParams],
  });
  const before = files.syncCount;
  // The smallest transaction that writes to the write-ahead log, so that its commit has to be made durable.
  await database.query("select pg_logical_emit_message(true, 'wegmarke', 'durability check')");
  if (files.syncCount === before) {
    await database.close();
    throw new Error(
      'a committed transaction was not written through to the disk (fsync), so the data would not survive a power cut',
    );
  }
  return database;
}

async function serve(): Promise<void> {
  const database = await open();
  giveWay();
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  const enqueue = (job: () => Promise<unknown>): void => {
    waiting++;
    queue = queue.then(job).then(() => {
      waiting--;
    }, fail);
  };
  const status = new TransactionStatus();
  const housekeeper = new Housekeeper({
    database,
    enqueue,
    onError: (error) => report({ type: 'warning', message: messageOf(error) }),
    isIdle: () => status.isIdle,
    // The look itself is the one that waits no longer.
    isQuiet: () => status.isIdle && waiting <= 1,
  });

  function connect(port: MessagePort): void {
    const answer = (bytes: Uint8Array): void => {
      const copy = bytes.slice(); // the database's own memory: reused, and not to be given away
      status.push(copy);
      port.postMessage(copy, [copy.buffer as ArrayBuffer]);
    };
    const run = async (bytes: Uint8Array): Promise<void> => {
      await database.execProtocolRawStream(bytes, { syncToFs: false, onRawData: answer });
      housekeeper.noteActivity(bytes.length);
    };
    const messages = new FrontendMessages(
      (bytes) => enqueue(() => run(bytes)),
      () => port.close(),
    );
    port.on('message', (bytes: Uint8Array) => {
      try {
        messages.push(bytes);
      } catch (error) {
        fail(error);
      }
    });
    port.on('close', () => enqueue(() => endSession(database, status)));
  }

  parent?.on('message', (request: WorkerRequest) => {
    if (request.type === 'connect') return connect(request.port);
    enqueue(async () => {
      await database.close();
      process.exit(0);
    });
  });
  report({ type: 'ready' });
}

/** All sessions share one backend: what one leaves behind (an open transaction, prepared statements, settings) must not meet the next. */
async function endSession(database: PGlite, status: TransactionStatus): Promise<void> {
  // A Sync ends an extended exchange that broke off in an error; until then the backend would ignore everything else.
  await database.execProtocolRaw(new Uint8Array([0x53, 0, 0, 0, 4]), { syncToFs: false });
  await database.exec('ROLLBACK');
  await database.exec('DISCARD ALL');
  status.reset();
}

async function create(): Promise<void> {
  const database = await open();
  await database.close();
  report({ type: 'created' });
  process.exit(0);
}

await (input.task === 'create' ? create() : serve()).catch(fail);
