import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import type { MapKind } from '@/lib/map/meta';
import type { FutureState } from './futureStore';

/**
 * What a copy of the open map, saved from this page, says of the version that the map starts from, as far as the page knows. Null for a future state of which it does
 * not know that (it was opened without network, or by somebody who may see no versions), undefined for maps that start from none.
 */
export function startOfCopy(
  { facts, base }: Pick<FutureState, 'facts' | 'base'>,
  kind: MapKind,
): FileBaseline | null | undefined {
  if (!facts) return kind === 'future' ? null : undefined;
  if (!facts.origin) return undefined;
  const { source, version, wasBaseline } = facts.origin;
  return {
    source: { id: source.mapId, title: source.title },
    version: { id: null, number: version.number, name: version.name, at: version.at, contentHash: null },
    signed: wasBaseline,
    content: base,
  };
}
