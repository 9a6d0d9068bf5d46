import { listSources } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import { answersColumn } from '@/lib/evidence/evidenceScores';
import { totalOf } from '@/lib/evidence/scoreCounts';
import { valueIn } from '@/lib/evidence/selectRollups';
import { type SourceValue, type Suggestion, suggestLinks } from '@/lib/evidence/suggest/suggestLinks';
import { arrange } from '@/lib/map/arrange';
import { evidenceKey } from '@/lib/map/evidenceLink';
import { linksByTarget, listLinks, targetKey } from '@/lib/map/listLinks';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { readCounted } from './readCounted';

/** Proposes which answers of a source may be about which steps of a map; what is linked already is not proposed. Throws `notFound` for a source of another workspace. */
export async function readSuggestions(
  running: Pick<Runtime, 'database' | 'liveMaps'>,
  row: Pick<MapRow, 'id' | 'workspaceId'>,
  sourceId: string,
): Promise<Suggestion[]> {
  const source = (await listSources(running.database, row.workspaceId)).find(({ id }) => id === sourceId);
  if (!source) throw new AppError('notFound', 'No such source of the map.', { messageKey: 'sourceNotFound' });
  const map = await readShownMap(running, row.id);
  const counted = await readCounted(running, source, { texts: [], open: [], answers: [] });
  const values = new Map<string, SourceValue>();
  for (const slice of counted.cubes(answersColumn).all) {
    for (const dimension of ['touchpoint', 'channel'] as const) {
      const value = valueIn(slice, dimension);
      if (value === null) continue;
      const answers = (values.get(`${dimension} ${value}`)?.answers ?? 0) + totalOf(slice.all);
      values.set(`${dimension} ${value}`, { dimension, value, answers });
    }
  }
  const links = linksByTarget(listLinks(map));
  const isLinked = ({ stepId, filter }: Suggestion): boolean => {
    const key = evidenceKey({ sourceId, filter });
    return (links.get(targetKey({ type: 'step', id: stepId })) ?? []).some((link) => evidenceKey(link) === key);
  };
  return suggestLinks(arrange(map).steps, [...values.values()]).filter((suggestion) => !isLinked(suggestion));
}
