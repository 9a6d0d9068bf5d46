/** Something on the map that can be selected, edited or pointed at. `moment` and `emotion` go by the step's id. */
export type MapReference =
  | { type: 'card' | 'step' | 'stage' | 'lane' | 'transition' | 'touchpoint' | 'moment'; id: string }
  | { type: 'cell'; stepId: string; laneId: string }
  | { type: 'emotion'; stepId: string; personaId: string }
  | { type: 'meta'; field: 'title' | 'scenario' | 'goal' | 'persona' };

/** One string for one reference: for sets, presence and React keys. */
export function referenceKey(reference: MapReference): string {
  switch (reference.type) {
    case 'cell':
      return `cell:${reference.stepId}:${reference.laneId}`;
    case 'emotion':
      return `emotion:${reference.stepId}:${reference.personaId}`;
    case 'meta':
      return `meta:${reference.field}`;
    default:
      return `${reference.type}:${reference.id}`;
  }
}
