import { listCountedImports } from '@/lib/data/evidence/countedImports';
import { readRollups } from '@/lib/data/evidence/rollups';
import { readSlices } from '@/lib/data/evidence/slices';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { mergeRollups, type ScoreRollup } from '@/lib/evidence/scoreRollups';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';

const keep = createKeeper<readonly ScoreRollup[]>('evidenceCounts');

/** What is counted of a column of a source: of all its finished files together, kept until something of the source changes. */
export async function readCounts(
  running: Pick<Runtime, 'database'>,
  { id, revision }: Pick<SourceRow, 'id' | 'revision'>,
  columnNumber: number,
): Promise<readonly ScoreRollup[]> {
  const { database } = running;
  const wanted = { of: `${id}/${columnNumber}`, version: String(revision), exactly: true };
  const { value } = await keep(database, wanted, async () => {
    const slices = await readSlices(database, id);
    const parts: ScoreRollup[][] = [];
    const importIds = (await listCountedImports(database, id)).map((counted) => counted.id);
    for await (const rows of readRollups(database, importIds, columnNumber)) {
      parts.push(
        rows.map(({ sliceId, day, score, count }) => ({ day: day || null, dimensions: slices.get(sliceId) ?? {}, score, count })),
      );
    }
    return mergeRollups(parts);
  });
  return value;
}
