import { type AttachedFile, addAttachments } from '@/lib/document/operations/attachments';
import { addCardLink } from '@/lib/document/operations/cardLinks';
import { addCardTags } from '@/lib/document/operations/cardTags';
import type { CardPartsContent } from '@/lib/map/cardPartsContent';
import type { CommandContext } from './command';

/**
 * Gives a pasted card what it carried. Returns the files that lie with another map (`mapId`) and have to be brought first. Call inside of the
 * paste's transaction.
 */
export function addClipboardParts(
  { doc, files: desk }: CommandContext,
  cardId: string,
  parts: CardPartsContent,
  mapId?: string,
): AttachedFile[] {
  if (parts.tags) addCardTags(doc, { ids: [cardId], tags: parts.tags });
  for (const each of parts.links ?? []) addCardLink(doc, { cardId, ...each });
  const files = parts.files ?? [];
  if (files.length === 0 || mapId !== desk.mapId) return files;
  addAttachments(doc, { cardId, files });
  return [];
}
