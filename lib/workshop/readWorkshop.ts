import { type Actor, actorIdOf } from '@/lib/access/actor';
import { canLeadWorkshop } from '@/lib/access/map';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { findActorNames } from '@/lib/data/actorNames';
import { findWorkshop } from '@/lib/data/workshops';
import type { Runtime } from '@/lib/runtime';
import { isOn, leads } from './state';
import type { WorkshopAnswer } from './workshopAnswer';

/** The workshop on a map as it is, for whoever may see the map. Throws `notFound`. */
export async function readWorkshop(
  { database }: Pick<Runtime, 'database'>,
  actor: Actor,
  mapId: string,
): Promise<WorkshopAnswer> {
  const { map, standing } = await requireMapAccess(actor, mapId, 'read', database);
  // From before it was read: what the answer does not know began later.
  const now = Date.now();
  const { state, version } = await findWorkshop(database, map.id);
  const { leaders, ...shown } = state;
  const names = await findActorNames(database, leaders);
  const mayLead = canLeadWorkshop(standing);
  return {
    state: mayLead ? shown : { ...shown, agenda: shown.agenda.map((item) => ({ ...item, notes: '' })) },
    isOn: isOn(state),
    leaders: leaders.map((id) => ({ id, name: names.get(id) ?? '' })),
    // Whoever lost the right to lead is still named until somebody ends it, and has no say any more.
    leads: mayLead && leads(state, actorIdOf(actor)),
    mayLead,
    version,
    now,
  };
}
