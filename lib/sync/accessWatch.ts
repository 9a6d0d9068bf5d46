import type { Logger } from 'pino';
import type { LiveEvent } from '@/lib/events/event';
import type { Events } from '@/lib/events/events';
import type { Authorise } from './admission';
import type { Connection } from './connection';
import type { SyncLimits } from './limits';
import type { RoomRegistry } from './roomRegistry';

type WatchOptions = {
  authorise: Authorise;
  registry: RoomRegistry;
  events: Events | null;
  limits: SyncLimits;
  log: Logger;
  now: () => number;
};

/** Whether an event may have changed what a connection may do. */
function concerns(event: LiveEvent, { admission, target }: Connection): boolean {
  const { actor, workspaceId } = admission;
  if (event.sessionId !== undefined) return event.sessionId === actor.sessionId;
  if (event.userId !== undefined) return actor.kind === 'user' && event.userId === actor.userId;
  if (event.mapId !== undefined) return event.mapId === target.mapId;
  return event.workspaceId === undefined || event.workspaceId === workspaceId;
}

/**
 * Judges open connections again when access may have changed, and now and then without an event, because sessions and guests
 * expire. From the event to the new judgement a connection's frames wait; they are dropped when it has lost the right.
 */
export class AccessWatch {
  /** Grows with each change of access that is told. */
  generation = 0;
  private readonly options: WatchOptions;
  private readonly judging = new Map<Connection, { again: boolean }>();
  private readonly judgedAt = new WeakMap<Connection, number>();
  /** Those to be judged again because it could not be told. */
  private readonly undecided = new WeakSet<Connection>();
  private readonly unsubscribe: () => void;
  private readonly timer: NodeJS.Timeout;

  constructor(options: WatchOptions) {
    this.options = options;
    const { events, registry, limits, now } = options;
    this.unsubscribe =
      events?.subscribe(
        (event) => event.kind === 'access.changed' || event.kind === 'session.revoked',
        (event) => {
          this.generation += 1;
          this.judgeThose((connection) => concerns(event, connection));
        },
      ) ?? (() => undefined);
    this.timer = setInterval(() => {
      for (const connection of registry.listConnections())
        if (!this.judgedAt.has(connection)) this.judgedAt.set(connection, now());
      this.judgeThose((connection) => now() - (this.judgedAt.get(connection) ?? 0) >= limits.recheckMs);
    }, limits.recheckMs / 4);
    this.timer.unref();
  }

  /** Call when a connection is in its room: a change that was told while it was being judged has passed it by. */
  joined(connection: Connection): void {
    if (connection.accessGeneration !== this.generation) void this.judge(connection);
  }

  private judgeThose(isConcerned: (connection: Connection) => boolean): void {
    for (const connection of this.options.registry.listConnections()) if (isConcerned(connection)) void this.judge(connection);
  }

  private async judge(connection: Connection): Promise<void> {
    const running = this.judging.get(connection);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: true };
    this.judging.set(connection, state);
    connection.hold();
    while (state.again && connection.isOpen) {
      state.again = false;
      await this.judgeOnce(connection);
    }
    this.judging.delete(connection);
    connection.release();
  }

  private async judgeOnce(connection: Connection): Promise<void> {
    const { authorise, limits, log, now } = this.options;
    const { mapId } = connection.target;
    this.judgedAt.set(connection, now());
    try {
      const judgement = await authorise(connection.credentials, mapId);
      if ('refused' in judgement) {
        log.info({ mapId, reason: judgement.refused }, 'a connection to a map lost its access');
        connection.close(judgement.refused);
        return;
      }
      const { actorId, role, mayWrite, workspaceId } = judgement.admitted;
      const before = connection.admission;
      const isSame = actorId === before.actorId && role === before.role && mayWrite === before.mayWrite;
      // A map that was moved belongs to other people's workspace: what is told of that one has to concern the connection from now on.
      if (!isSame || workspaceId !== before.workspaceId) connection.close('roleChanged');
    } catch (error) {
      // It cannot be told now, so it is asked again soon. To lock everybody out because the database hiccups would help nobody.
      if (!this.undecided.has(connection)) this.judgeLater(connection, limits.retryMaxMs);
      log.error({ err: error, mapId }, 'a connection to a map could not be judged again');
    }
  }

  private judgeLater(connection: Connection, afterMs: number): void {
    this.undecided.add(connection);
    setTimeout(() => {
      this.undecided.delete(connection);
      void this.judge(connection);
    }, afterMs).unref();
  }

  close(): void {
    this.unsubscribe();
    clearInterval(this.timer);
  }
}
