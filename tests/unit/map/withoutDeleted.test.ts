import { describe, expect, test } from 'vitest';
import { emptyMap } from '@/lib/map/journeyMap';
import { withoutDeleted } from '@/lib/map/withoutDeleted';

const step = (id: string, deletedAt?: number) => ({
  id,
  pos: { stageId: 'stage', order: 'a0' },
  title: id,
  evidenceLevel: 'assumed' as const,
  notes: '',
  deletedAt,
});

describe('withoutDeleted', () => {
  test('leaves out deleted records and what hung on them, and keeps cards that nobody deleted', () => {
    const map = withoutDeleted({
      ...emptyMap(),
      steps: [step('kept'), step('gone', 1)],
      moments: [{ stepId: 'gone', stays: '', leaves: '', gate: 'unknown' }],
      personas: [{ id: 'petra', order: 'a0', name: 'Petra', description: '' }],
      emotions: ['kept', 'gone'].map((stepId) => ({ stepId, personaId: 'petra', value: 1 })),
      cards: [
        { id: 'tray', pos: { stepId: 'gone', laneId: 'doing', order: 'a0' }, kind: 'note', text: 'in the tray' },
        { id: 'deleted', pos: { stepId: 'kept', laneId: 'doing', order: 'a0' }, kind: 'note', text: '', deletedAt: 2 },
      ],
      transitions: [{ id: 'arrow', kind: 'back', from: 'kept', to: 'gone', label: '' }],
    });
    expect(map.steps.map(({ id }) => id)).toEqual(['kept']);
    expect(map.moments).toEqual([]);
    expect(map.emotions).toEqual([{ stepId: 'kept', personaId: 'petra', value: 1 }]);
    expect(map.cards.map(({ id }) => id)).toEqual(['tray']);
    expect(map.transitions).toEqual([]);
  });
});
