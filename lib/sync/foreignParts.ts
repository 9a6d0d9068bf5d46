import type { ClientIds, Writer } from './clientIds';
import type { UpdateContent } from './updateContent';

/** Where an update goes too far under a client id that is not its sender's. */
export type ForeignPart<W> = {
  clientId: number;
  /** What reaches beyond this clock is not taken from this sender. */
  bound: number;
  /** The clock behind the last of what is not taken. */
  to: number;
  /** Whoever is here with the id; undefined when its author is away. */
  holder: W | undefined;
  /** Whether the sender itself has to bring it again, once it can stand on what comes before it. */
  again: boolean;
};

/**
 * What of an update would stand in the way of others. Of those who are here, what they have not sent themselves yet. Of authors who are away,
 * what does not follow on what is there: put where they have not come to yet, it would replace, or delete, what they write when they are back.
 */
export function listForeignParts<W extends Writer>(
  { writers, deletions }: UpdateContent,
  sender: W,
  clientIds: ClientIds<W>,
  clockOf: (clientId: number) => number,
): ForeignPart<W>[] {
  const parts: ForeignPart<W>[] = [];
  for (const clientId of new Set([...writers.keys(), ...deletions.keys()])) {
    const holder = clientIds.holderOf(clientId);
    const owner = holder ? holder.sessionId : clientIds.authorOf(clientId);
    if (owner === undefined || owner === (holder ? sender.sessionId : sender.actorId)) continue;
    const clock = clockOf(clientId);
    const written = writers.get(clientId);
    const follows = !holder && written && written.from <= clock;
    const bound = follows ? Math.max(clock, written.reach) : clock;
    const deletedTo = (deletions.get(clientId) ?? []).reduce((end, { clock: from, len }) => Math.max(end, from + len), 0);
    const to = Math.max(written?.to ?? 0, deletedTo);
    if (to > bound) parts.push({ clientId, bound, to, holder, again: !holder || deletedTo > bound });
  }
  return parts;
}
