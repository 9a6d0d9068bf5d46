import { type ArrangedMap, cellKey } from '../arrange';
import { type CardKind, cardKinds } from '../card';
import { compareTags, foldTag } from '../cardTag';
import { type EvidenceLevel, evidenceLevels } from '../evidenceLevel';
import { knownChannels } from '../touchpoint';
import { filterGroups, type MapFilter } from './mapFilter';

/** What of a map can be filtered by: what is in use on it, and what is chosen already. */
export type FilterChoices = {
  departments: readonly { id: string; name: string }[];
  channels: readonly string[];
  evidenceLevels: readonly EvidenceLevel[];
  kinds: readonly CardKind[];
  /** The most used first, spelled as they stand on a card; `id` is folded. */
  tags: readonly { id: string; name: string }[];
};

type FilteredMap = Pick<ArrangedMap, 'departments' | 'steps' | 'lanes' | 'cells' | 'cardParts'>;

/** The choices of each group, in the order in which they are read. */
export function listFilterChoices(map: FilteredMap, filter: MapFilter): FilterChoices {
  const channels = new Set([...map.steps.flatMap((step) => step.touchpoints.map(({ channel }) => channel)), ...filter.channels]);
  const kinds = new Set<CardKind>(filter.kinds);
  const tags = new Map<string, { id: string; name: string; count: number }>();
  for (const step of map.steps) {
    for (const lane of map.lanes) {
      for (const card of map.cells.get(cellKey(step.id, lane.id)) ?? []) {
        kinds.add(card.kind);
        for (const name of map.cardParts.get(card.id)?.tags ?? []) {
          const id = foldTag(name);
          const known = tags.get(id);
          if (known) known.count++;
          else tags.set(id, { id, name, count: 1 });
        }
      }
    }
  }
  for (const id of filter.tags) if (!tags.has(id)) tags.set(id, { id, name: id, count: 0 });
  return {
    departments: map.departments.map(({ id, name }) => ({ id, name })),
    channels: [
      ...knownChannels.filter((channel) => channels.has(channel)),
      ...[...channels].filter((channel) => !knownChannels.some((known) => known === channel)).sort(compareTags),
    ],
    evidenceLevels,
    // A single kind tells nothing apart.
    kinds: kinds.size > 1 || filter.kinds.length > 0 ? cardKinds.filter((kind) => kinds.has(kind)) : [],
    tags: [...tags.values()]
      .sort((a, b) => b.count - a.count || compareTags(a.name, b.name))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** The filter without departments that somebody has deleted since; the same object when there are none. */
export function withoutGoneDepartments(filter: MapFilter, map: Pick<ArrangedMap, 'departments'>): MapFilter {
  const departments = filter.departments.filter((id) => map.departments.some((department) => department.id === id));
  return departments.length === filter.departments.length ? filter : { ...filter, departments };
}

/** How many values are chosen. */
export function countFilterValues(filter: MapFilter): number {
  return filterGroups.reduce((count, group) => count + filter[group].length, 0);
}
