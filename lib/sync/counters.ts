import type { CloseReason } from './closeCodes';

/** What the rooms count for whoever watches the process. Numbers and kinds only, never whose. */
export type SyncCounters = {
  /** A frame came in. */
  received(bytes: number): void;
  /** Frames went out; bytes as they go over the wire. */
  sent(bytes: number, frames: number): void;
  /** An upgrade request was refused. */
  refused(reason: CloseReason): void;
  /** The server ended a connection: with a reason, or because it was too slow or silent. */
  closed(reason: CloseReason | 'unreachable'): void;
  /** One commit over several rooms. */
  committed(commit: { updates: number; seconds: number }): void;
  saveFailed(): void;
  /** A log was merged into a snapshot, or could not be. */
  compacted(worked: boolean): void;
};

const ignore = (): void => undefined;

/** Counts nothing. */
export const noCounters: SyncCounters = {
  received: ignore,
  sent: ignore,
  refused: ignore,
  closed: ignore,
  committed: ignore,
  saveFailed: ignore,
  compacted: ignore,
};
