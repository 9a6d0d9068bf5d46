import { describe, expect, it } from 'vitest';
import { listPaperWarnings, planPage } from '@/lib/export/paper';

describe('planPage', () => {
  it('makes a page of the map’s own size', () => {
    expect(planPage({ width: 1000, height: 400 }, 'fit', 'portrait')).toEqual({
      width: 750,
      height: 300,
      scale: 0.75,
      left: 0,
      top: 0,
    });
  });
  it('makes it smaller where PDF readers would refuse it', () => {
    expect(planPage({ width: 40_000, height: 400 }, 'fit', 'landscape').width).toBe(14_400);
  });
  it('centres the map on paper, as large as it goes', () => {
    const page = planPage({ width: 1000, height: 1000 }, 'a4', 'landscape');
    expect(page).toMatchObject({ width: 841.89, height: 595.28, top: 12 });
    expect(page.left * 2 + 1000 * page.scale).toBeCloseTo(841.89);
  });
});

describe('listPaperWarnings', () => {
  it('says from which paper on the text can be read', () => {
    expect(listPaperWarnings({ width: 5000, height: 2000 }, 'a4', 'landscape')).toEqual([
      { code: 'textTooSmall', points: 2, paper: 'a1' },
    ]);
    expect(listPaperWarnings({ width: 5000, height: 2000 }, 'a1', 'landscape')).toEqual([]);
    expect(listPaperWarnings({ width: 90_000, height: 2000 }, 'a0', 'landscape')).toMatchObject([{ paper: null }]);
  });
});
