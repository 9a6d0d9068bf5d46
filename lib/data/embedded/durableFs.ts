import fs from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of Emscripten's NODEFS that we touch: its streams know their real file descriptor. */
type NodeStream = { nfd: number };
type EmscriptenNodeFs = {
  stream_ops: { fsync?: (stream: NodeStream) => number };
  tryFSOperation: <T>(operation: () => T) => T;
};

/** PGlite's start parameters that make a commit survive a power cut. Without the method `fsync`, PostgreSQL would use fdatasync, which is an empty stub here. */
export const durableStartParams = [
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'synchronous_commit=on',
  '-c',
  'full_page_writes=on',
  // The write-ahead log's files kept for use again between checkpoints (./housekeeping): making new ones stalls the writers.
  '-c',
  'min_wal_size=96MB',
  '-c',
  'max_wal_size=192MB',
];

/**
 * PGlite's file system on a real directory, with fsync. As shipped, a PGlite on files never syncs: its file layer has no fsync, and
 * Emscripten answers "done" in its place. The hook is installed before the database starts, so that crash recovery is covered too.
 */
export class DurableNodeFs extends NodeFS {
  /** How often PostgreSQL has asked for data to be made durable, and it was. */
  syncCount = 0;

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options);
    const install = (module: unknown): void => {
      const nodeFs = (module as { NODEFS: EmscriptenNodeFs }).NODEFS;
      nodeFs.stream_ops.fsync = (stream) => {
        nodeFs.tryFSOperation(() => fs.fsyncSync(stream.nfd));
        this.syncCount++;
        return 0;
      };
    };
    const preRun = result.emscriptenOpts.preRun ?? [];
    const list = Array.isArray(preRun) ? preRun : [preRun];
    return { emscriptenOpts: { ...result.emscriptenOpts, preRun: [...list, install] as typeof preRun } };
  }
}
