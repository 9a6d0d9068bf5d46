import { type AttachedFile, addAttachments } from '@/lib/document/operations/attachments';
import { addCardLink } from '@/lib/document/operations/cardLinks';
import { addCardTags } from '@/lib/document/operations/cardTags';
import { insertEvidence } from '@/lib/document/operations/insertEvidence';
import type { CardPartsContent } from '@/lib/map/cardPartsContent';
import type { Evidence } from '@/lib/map/evidenceLink';
import type { CommandContext } from './command';

/**
 * Gives a pasted card what it carried; evidence only where the same sources are. Returns the files that lie with another map (`mapId`) and have to be
 * brought first. Call inside of the paste's transaction.
 */
export function addClipboardParts(
  { doc, files: desk, workspaceId }: CommandContext,
  cardId: string,
  parts: CardPartsContent & { evidence?: readonly Evidence[] | undefined },
  from: { mapId?: string | undefined; workspaceId?: string | undefined },
): AttachedFile[] {
  if (parts.tags) addCardTags(doc, { ids: [cardId], tags: parts.tags });
  for (const each of parts.links ?? []) addCardLink(doc, { cardId, ...each });
  const isSameMap = from.mapId === desk.mapId;
  const sameSources = isSameMap || (workspaceId !== null && from.workspaceId === workspaceId);
  if (sameSources) insertEvidence(doc, { type: 'card', id: cardId }, parts.evidence);
  const files = parts.files ?? [];
  if (files.length === 0 || !isSameMap) return files;
  addAttachments(doc, { cardId, files });
  return [];
}
