import { Counter, Histogram, type Registry } from 'prom-client';
import { closeCodes } from '@/lib/sync/closeCodes';
import type { SyncCounters } from '@/lib/sync/counters';

const directions = ['in', 'out'] as const;

export function createSyncCounters(registry: Registry): SyncCounters {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> =>
    new Counter({ name: `wegmarke_sync_${name}`, help, labelNames, registers: [registry] });
  // Counted as plain numbers, tens of thousands of times a second, and handed over when somebody asks.
  const traffic = { in: { frames: 0, bytes: 0 }, out: { frames: 0, bytes: 0 } };
  const trafficCounter = (name: string, help: string, field: 'frames' | 'bytes'): Counter<'direction'> =>
    new Counter({
      ...{ name: `wegmarke_sync_${name}`, help, labelNames: ['direction'], registers: [registry] },
      collect() {
        this.reset();
        for (const direction of directions) this.inc({ direction }, traffic[direction][field]);
      },
    });
  trafficCounter('frames_total', 'Messages on live connections.', 'frames');
  trafficCounter('frame_bytes_total', 'Bytes of messages on live connections.', 'bytes');
  const refused = counter('refused_connections_total', 'Live connections that were not let in, by close code.', [
    'code',
    'reason',
  ]);
  const closed = counter('closed_connections_total', 'Live connections that the server ended, by close code.', [
    'code',
    'reason',
  ]);
  const updates = counter('committed_updates_total', 'Edits that are on disk.');
  const failures = counter('failed_saves_total', 'Commits of edits that failed; each is tried again.');
  const compactions = counter('compactions_total', 'Logs of maps that were merged into a snapshot, or could not be.', ['result']);
  const commits = new Histogram({
    name: 'wegmarke_sync_commit_duration_seconds',
    help: 'How long a commit of edits takes, of all maps that have any.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  for (const result of ['done', 'failed']) compactions.inc({ result }, 0);
  return {
    received(size) {
      traffic.in.frames += 1;
      traffic.in.bytes += size;
    },
    sent(size, frames) {
      traffic.out.frames += frames;
      traffic.out.bytes += size;
    },
    refused: (reason) => refused.inc({ code: String(closeCodes[reason]), reason }),
    // 1006 is what the other side sees of a connection that ends without a word.
    closed: (reason) => closed.inc({ code: reason === 'unreachable' ? '1006' : String(closeCodes[reason]), reason }),
    committed(commit) {
      updates.inc(commit.updates);
      commits.observe(commit.seconds);
    },
    saveFailed: () => failures.inc(),
    compacted: (worked) => compactions.inc({ result: worked ? 'done' : 'failed' }),
  };
}
