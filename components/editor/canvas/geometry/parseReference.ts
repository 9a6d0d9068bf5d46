import type { MapReference } from '../../reference';

const plainTypes = ['card', 'step', 'stage', 'lane', 'transition', 'touchpoint', 'moment'] as const;
const fields = ['title', 'scenario', 'goal', 'persona'] as const;

/** The reference that a key (`referenceKey`) stands for; null for a string that is no key. Keys come from other browsers too. */
export function toReference(key: string): MapReference | null {
  const [type, first, second] = key.split(':');
  if (!type || !first) return null;
  const plain = plainTypes.find((candidate) => candidate === type);
  if (plain) return { type: plain, id: first };
  if (type === 'meta') {
    const field = fields.find((candidate) => candidate === first);
    return field ? { type: 'meta', field } : null;
  }
  if (!second) return null;
  if (type === 'cell') return { type: 'cell', stepId: first, laneId: second };
  if (type === 'emotion') return { type: 'emotion', stepId: first, personaId: second };
  return null;
}
