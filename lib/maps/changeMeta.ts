import type * as Y from 'yjs';
import { z } from 'zod';
import { serverOrigin } from '@/lib/document/createDocument';
import { setAsOf, setMapKind } from '@/lib/document/operations/meta';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import { AppError } from '@/lib/errors';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { mapKinds } from '@/lib/map/meta';
import type { Runtime } from '@/lib/runtime';

const text = z.string().max(20_000);

/** What may be changed of the title block. What is absent stays. */
export const mapMetaChangeSchema = z.strictObject({
  title: text.optional(),
  scenario: text.optional().describe('In which situation the customer is.'),
  goal: text.optional().describe('What the customer wants to reach.'),
  notes: text.optional().describe('Notes about the map as a whole.'),
  kind: z.enum(mapKinds).optional(),
  asOf: z
    .union([z.iso.date(), z.literal('')])
    .optional()
    .describe('The day that the map shows, `YYYY-MM-DD`, or none.'),
});
export type MapMetaChange = z.output<typeof mapMetaChangeSchema>;

const texts = ['title', 'scenario', 'goal', 'notes'] as const;

/**
 * Changes the title block of a live map; everybody who has it open sees it. `judge` sees the map as it is right before the change and may
 * throw. Throws `notFound`, and `invalid` for a day that does not exist.
 */
export async function changeMapMeta(
  { liveMaps }: Pick<Runtime, 'liveMaps'>,
  actorId: string,
  mapId: string,
  change: MapMetaChange,
  judge: (map: JourneyMap) => void = () => undefined,
): Promise<void> {
  await liveMaps.write(mapId, actorId, (doc: Y.Doc) => {
    judge(readMap(doc).map);
    for (const field of texts) {
      const value = change[field];
      if (value !== undefined) setText(doc, { reference: { type: 'meta', field }, text: value }, serverOrigin);
    }
    if (change.kind !== undefined) setMapKind(doc, { kind: change.kind }, serverOrigin);
    if (change.asOf !== undefined && !setAsOf(doc, { asOf: change.asOf }, serverOrigin)) {
      throw new AppError('invalid', 'There is no such day.', { details: [{ path: 'asOf', message: 'is no day' }] });
    }
  });
}
