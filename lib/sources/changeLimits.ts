import { type Actor, actorIdOf } from '@/lib/access/actor';
import { setAnswerLimits } from '@/lib/data/evidence/limits';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import type { Runtime } from '@/lib/runtime';

/** Says from how many answers on a workspace shows scores; open maps and pages show it at once. Says nothing about who may. */
export async function changeLimits(
  { database, events }: Pick<Runtime, 'database' | 'events'>,
  actor: Actor,
  workspaceId: string,
  limits: AnswerLimits,
): Promise<void> {
  const isChanged = await setAnswerLimits(database, { workspaceId, limits, actorId: actorIdOf(actor) });
  if (isChanged) await events.publish({ kind: 'evidence.changed', workspaceId, payload: { sourceId: null, importId: null } });
}
