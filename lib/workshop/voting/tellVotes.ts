import type { Actor } from '@/lib/access/actor';
import type { Runtime } from '@/lib/runtime';

type Running = Pick<Runtime, 'events' | 'log'>;

/** Milliseconds in which those who voted are told together: forty people vote within moments of each other. */
const together = 1_000;

/** Votes whose turnout is told in a moment. */
const waiting = new WeakMap<object, Set<string>>();

/** Tells everybody who has the map open that its votes changed: one was opened, closed or deleted. Call after the commit. */
export async function tellVotes({ events }: Pick<Running, 'events'>, mapId: string): Promise<void> {
  await events.publish({ kind: 'votes.changed', mapId });
}

/** Tells the other pages of whoever voted that their own dots changed, and nobody else. */
export async function tellVoter(
  { events }: Pick<Running, 'events'>,
  actor: Actor,
  mapId: string,
  roundId: string,
): Promise<void> {
  const who = actor.kind === 'user' ? { userId: actor.userId } : { sessionId: actor.sessionId };
  await events.publish({ kind: 'votes.changed', mapId, ...who, payload: { roundId } });
}

/** Tells everybody, in a moment, that the number of those who voted changed. */
export function tellTurnout({ events, log }: Running, mapId: string, roundId: string): void {
  const rounds = waiting.get(events) ?? new Set();
  waiting.set(events, rounds);
  if (rounds.has(roundId)) return;
  rounds.add(roundId);
  const timer = setTimeout(() => {
    rounds.delete(roundId);
    events
      .publish({ kind: 'votes.changed', mapId, payload: { roundId } })
      .catch((error) => log.warn({ err: error }, 'The number of those who voted could not be told.'));
  }, together);
  timer.unref();
}
