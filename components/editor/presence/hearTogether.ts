import type { Sight } from '../session/navigation';
import type { RemotePresence } from '../session/remotePresence';
import { gatherPause, type Look, lookPause } from './together';

/** What the others ask for. */
export type Heard = { looks: Look[]; summons: { user: Look['user']; sight: Sight }[] };

type Known = { looks: number; summons: number };

/**
 * Tells what is asked for anew each time that presence is read: counters that are higher than before. What somebody had asked for before
 * one heard of them, for the first time or again after a connection was gone, is over. Nobody is heard more often than they may ask, and only
 * those who lead bring others along.
 */
export function createHearing(now: () => number = () => performance.now()): (others: readonly RemotePresence[]) => Heard {
  let known = new Map<number, Known>();
  const last = new Map<string, number>();
  const mayAsk = (key: string, pause: number): boolean => {
    // Half a pause is left to the network.
    if (now() - (last.get(key) ?? Number.NEGATIVE_INFINITY) < pause / 2) return false;
    last.set(key, now());
    return true;
  };
  return (others) => {
    const heard: Heard = { looks: [], summons: [] };
    const here = new Map<number, Known>();
    for (const { clientId, user, state } of others) {
      const before = known.get(clientId);
      const { look, summons } = state;
      here.set(clientId, { looks: look?.count ?? 0, summons: summons?.count ?? 0 });
      if (!before) continue;
      if (look && look.count > before.looks && mayAsk(`look ${user.id}`, lookPause)) {
        heard.looks.push({ id: `${user.id} ${clientId} ${look.count}`, user, at: look.at, key: look.key });
      }
      if (summons && summons.count > before.summons && user.leads === true && mayAsk(`summons ${user.id}`, gatherPause)) {
        heard.summons.push({ user, sight: { viewport: summons.viewport, near: summons.near } });
      }
    }
    known = here;
    return heard;
  };
}
