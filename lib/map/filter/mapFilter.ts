import type { CardKind } from '../card';
import type { EvidenceLevel } from '../evidenceLevel';

/** By what a map is filtered. Within a group any of the values will do; every group that has values has to be met. */
export type MapFilter = {
  /** Ids of departments that have a part in the step. */
  departments: readonly string[];
  /** Channels of touchpoints. */
  channels: readonly string[];
  evidenceLevels: readonly EvidenceLevel[];
  kinds: readonly CardKind[];
  /** Folded (`foldTag`). */
  tags: readonly string[];
  /** Who began the card, by actor id. */
  people: readonly string[];
};

export type FilterGroup = keyof MapFilter;

/** In the order in which they are offered. */
export const filterGroups = [
  'departments',
  'channels',
  'evidenceLevels',
  'kinds',
  'tags',
  'people',
] as const satisfies FilterGroup[];

/** A filter that finds everything. */
export const noFilter: MapFilter = {
  departments: [],
  channels: [],
  evidenceLevels: [],
  kinds: [],
  tags: [],
  people: [],
};

/** Whether nothing is asked for. */
export function isNoFilter(filter: MapFilter): boolean {
  return filterGroups.every((group) => filter[group].length === 0);
}

/** The filter with a value added to a group, or taken out of it. */
export function toggleFilterValue(filter: MapFilter, group: FilterGroup, value: string): MapFilter {
  const values: readonly string[] = filter[group];
  return { ...filter, [group]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value] };
}
