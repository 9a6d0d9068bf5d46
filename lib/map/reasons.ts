import type { JourneyMap } from './journeyMap';
import type { Differing, Reason } from './reason';

/** A thing that differs, as a text. */
export const differingKey = ({ collection, id }: { collection: string; id: string }): string => `${collection} ${id}`;

/** Whether a reason says anything yet. */
export const saysSomething = ({ text, answers, aim }: Pick<Reason, 'text' | 'answers' | 'aim'>): boolean =>
  text.trim() !== '' || answers.length > 0 || aim !== undefined;

/** A map’s reasons by what they are about (`differingKey`), without deleted ones. */
export function reasonsOf({ reasons }: Pick<JourneyMap, 'reasons'>): ReadonlyMap<string, readonly Reason[]> {
  return groupReasons(reasons, ({ about }) => about);
}

/** As `reasonsOf`, where a reason may count for another thing than the one that it was given for. */
export function groupReasons(reasons: readonly Reason[], thingOf: (reason: Reason) => Differing): Map<string, Reason[]> {
  const found = new Map<string, Reason[]>();
  for (const reason of reasons) {
    if (reason.deletedAt !== undefined) continue;
    const key = differingKey(thingOf(reason));
    const known = found.get(key);
    if (known) known.push(reason);
    else found.set(key, [reason]);
  }
  return found;
}

/** A map without its reasons: they say why it differs from another one, and are no difference themselves. */
export function withoutReasons(map: JourneyMap): JourneyMap {
  return map.reasons.length === 0 ? map : { ...map, reasons: [] };
}

/** Two states for comparing them: of two maps (`isTold` false), why one differs is no difference. */
export function withComparedReasons(isTold: boolean, before: JourneyMap, after: JourneyMap): [JourneyMap, JourneyMap] {
  return isTold ? [before, after] : [withoutReasons(before), withoutReasons(after)];
}

/** Ids of the reasons that are about one of these cards, or about what hangs on it. */
export function reasonsAboutCards(map: JourneyMap, cardIds: ReadonlySet<string>): Set<string> {
  const hanging = new Set([
    ...[...map.attachments, ...map.cardLinks].filter(({ pos }) => cardIds.has(pos.cardId)).map(({ id }) => id),
    ...map.links.filter(({ target }) => target.type === 'card' && cardIds.has(target.id)).map(({ id }) => id),
  ]);
  const isAbout = ({ collection, id }: Differing): boolean => {
    if (collection === 'cards') return cardIds.has(id);
    if (collection === 'cardTags') return cardIds.has(id.slice(0, id.indexOf(':')));
    return (collection === 'attachments' || collection === 'cardLinks' || collection === 'links') && hanging.has(id);
  };
  return new Set(map.reasons.filter(({ about }) => isAbout(about)).map(({ id }) => id));
}
