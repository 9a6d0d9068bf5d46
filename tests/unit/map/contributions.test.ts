import { describe, expect, it } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import { tallyContributions } from '@/lib/map/contributions';
import { smallMap } from '../../builders/map';

describe('which departments have contributed to which stage', () => {
  it('goes by where their cards lie now; those that have not yet are there with nothing', () => {
    const map = smallMap();
    const [letter, thought, call] = map.cards.map(({ id }) => id);
    const [service, billing] = map.departments.map(({ id }) => id);
    const gone = { departmentId: 'gone', cards: [letter ?? ''] };
    const found = tallyContributions(arrange(map), [
      { departmentId: billing ?? '', cards: [letter ?? '', thought ?? '', 'deleted'] },
      gone,
    ]);
    expect(found.map(({ id, stages }) => [id, stages.map(({ title, cards }) => `${title} ${cards}`)])).toEqual([
      [service, ['Before 0', 'Contact 0']],
      [billing, ['Before 2', 'Contact 0']],
    ]);
    expect(tallyContributions(arrange(map), [{ departmentId: service ?? '', cards: [call ?? ''] }])[0]?.stages[1]?.cards).toBe(1);
  });
});
