import { type Attachment, isPicture, type PictureAttachment } from './attachment';
import type { CardLink } from './cardLink';
import { compareTags, foldTag } from './cardTag';
import type { JourneyMap } from './journeyMap';
import { compareOrder } from './order';

/** What a card carries beside its text, in the order in which it is shown. */
export type CardParts = {
  pictures: readonly PictureAttachment[];
  files: readonly Attachment[];
  tags: readonly string[];
  links: readonly CardLink[];
};

/** A card that carries its text and nothing else. */
export const noParts: CardParts = { pictures: [], files: [], tags: [], links: [] };

type Placed = { id: string; pos: { cardId: string; order: string }; deletedAt?: number | undefined };

const byPlace = (a: Placed, b: Placed): number =>
  compareOrder({ id: a.id, order: a.pos.order }, { id: b.id, order: b.pos.order });

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** What the cards of a map carry, by the card's id; cards that carry nothing are left out. */
export function arrangeCardParts(map: Pick<JourneyMap, 'attachments' | 'cardTags' | 'cardLinks'>): Map<string, CardParts> {
  const attachments = new Map<string, Attachment[]>();
  const tags = new Map<string, string[]>();
  const links = new Map<string, CardLink[]>();
  for (const attachment of map.attachments) {
    if (attachment.deletedAt === undefined) add(attachments, attachment.pos.cardId, attachment);
  }
  for (const link of map.cardLinks) if (link.deletedAt === undefined) add(links, link.pos.cardId, link);
  for (const { cardId, tag } of map.cardTags) add(tags, cardId, tag);
  const parts = new Map<string, CardParts>();
  for (const cardId of new Set([...attachments.keys(), ...tags.keys(), ...links.keys()])) {
    const files = (attachments.get(cardId) ?? []).sort(byPlace);
    parts.set(cardId, {
      pictures: files.filter(isPicture),
      files: files.filter((file) => !isPicture(file)),
      tags: withoutTwins((tags.get(cardId) ?? []).sort(compareTags)),
      links: (links.get(cardId) ?? []).sort(byPlace),
    });
  }
  return parts;
}

/** Two people may have written the same tag in two spellings; one is enough to be seen. */
function withoutTwins(sorted: readonly string[]): string[] {
  return sorted.filter((tag, index) => index === 0 || foldTag(tag) !== foldTag(sorted[index - 1] ?? ''));
}

/** Whether two cards' parts are made of the same records: records of documents keep their identity as long as they do not change. */
export function haveSameParts(a: CardParts, b: CardParts): boolean {
  const same = <T>(left: readonly T[], right: readonly T[]): boolean =>
    left === right || (left.length === right.length && left.every((item, index) => item === right[index]));
  return a === b || (same(a.pictures, b.pictures) && same(a.files, b.files) && same(a.tags, b.tags) && same(a.links, b.links));
}
