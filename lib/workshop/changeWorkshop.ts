import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canLeadWorkshop } from '@/lib/access/map';
import { countAttempt } from '@/lib/auth/limits';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { MapRow } from '@/lib/data/maps';
import { changeWorkshop } from '@/lib/data/workshops';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { saveVersion } from '@/lib/versions/saveVersion';
import { ActionRefused, type WorkshopAction } from './action';
import { applyAction } from './applyAction';
import { changesHold } from './hold';
import { isOn, leads, type WorkshopState } from './state';
import { closeOpenVote } from './voting/tendRounds';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'exporter' | 'imports' | 'liveMaps' | 'log' | 'metrics'>;

/** Actions by which somebody who may manage the map comes to lead. Everything else is for leaders. */
const opening: readonly WorkshopAction['type'][] = ['start', 'lead'];
/** What whoever may lead a workshop prepares while none is on. */
const preparing: readonly WorkshopAction['type'][] = [
  'agenda.set',
  'agenda.add',
  'agenda.change',
  'agenda.move',
  'agenda.remove',
];

function requireLeader(state: WorkshopState, actorId: string, action: WorkshopAction): void {
  if (opening.includes(action.type) || leads(state, actorId)) return;
  if (preparing.includes(action.type) && !isOn(state)) return;
  throw new AppError('forbidden', 'Does not lead the workshop.', { messageKey: 'workshopNotLeader' });
}

/**
 * Does one thing with the workshop on a map, and tells everybody who has it open. Throws `notFound`, `forbidden` for whoever may not lead or does
 * not, `conflict` when the workshop is not in a state for it, `tooMany`.
 */
export async function actOnWorkshop(running: Running, actor: Actor, mapId: string, action: WorkshopAction): Promise<void> {
  const { map, role, standing } = await requireMapAccess(actor, mapId, 'read', running.database);
  if (!canLeadWorkshop(standing)) {
    throw new AppError('forbidden', `The role ${role} does not allow to lead.`, { messageKey: 'workshopNotLeader' });
  }
  const actorId = actorIdOf(actor);
  await countAttempt(running, [{ limit: 'workshop', who: actorId }]);
  const scene = { now: Date.now(), actorId, newId };
  const { before, state, changed, version } = await changeWorkshop(running.database, map.id, (state) => {
    requireLeader(state, actorId, action);
    try {
      return applyAction(state, action, scene);
    } catch (error) {
      if (!(error instanceof ActionRefused)) throw error;
      throw new AppError('conflict', `Refused: ${error.messageKey}.`, { messageKey: error.messageKey });
    }
  });
  // Open connections are judged by who may write; before the pages hear of it, so that none tries what it may no longer do.
  if (changesHold(before, state)) await running.events.publish({ kind: 'access.changed', mapId: map.id });
  if (changed) await running.events.publish({ kind: 'workshop.changed', mapId: map.id, payload: { version } });
  // Nobody would be left who could close it. Last: whatever comes of it, everybody has heard what is stored already.
  if (action.type !== 'end') return;
  await closeOpenVote(running, actorId, map.id);
  if (changed) await keepOutcome(running, map, actorId);
}

/** What a workshop came to stays as it is, whatever becomes of the map. It has ended, whether that works or not. */
async function keepOutcome(running: Running, map: MapRow, actorId: string): Promise<void> {
  try {
    await saveVersion(running, map, { kind: 'workshop', actorId });
  } catch (err) {
    running.log.warn({ err, mapId: map.id }, 'no version of a map could be kept at the end of a workshop');
  }
}
