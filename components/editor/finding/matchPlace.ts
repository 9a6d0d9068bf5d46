import type { MapMatch } from '@/lib/map/search/searchMap';
import type { MapReference } from '../reference';

/** Names of the messages `finding.place.<name>`: what a found text is. */
export type PlaceName =
  | 'metaTitle'
  | 'metaScenario'
  | 'metaGoal'
  | 'metaNotes'
  | 'personaName'
  | 'personaDescription'
  | 'laneTitle'
  | 'stageTitle'
  | 'stepTitle'
  | 'stepNotes'
  | 'departmentName'
  | 'momentStays'
  | 'momentLeaves'
  | 'transitionLabel'
  | 'touchpointName'
  | 'cardText'
  | 'unplacedCardText';

/** What a found text is. */
export function toPlaceName({ type, field }: Pick<MapMatch, 'type' | 'field'>): PlaceName {
  return `${type}${field.charAt(0).toUpperCase()}${field.slice(1)}` as PlaceName;
}

/** What to select in order to show a found text; null for what has no place on the map. */
export function toReference({ type, id, field }: Pick<MapMatch, 'type' | 'id' | 'field'>): MapReference | null {
  switch (type) {
    case 'meta':
      return field === 'title' || field === 'scenario' || field === 'goal' ? { type: 'meta', field } : null;
    case 'persona':
      return { type: 'meta', field: 'persona' };
    case 'department':
      return { type: 'step', id };
    case 'unplacedCard':
      return null;
    default:
      return { type, id };
  }
}

/** Whether a found text stands in the details only, not on the map itself. */
export function isInDetails({ type, field }: Pick<MapMatch, 'type' | 'field'>): boolean {
  return field === 'notes' || field === 'description' || type === 'moment';
}
