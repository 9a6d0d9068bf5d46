import { describe, expect, test } from 'vitest';
import { cardSchema } from '@/lib/map/card';
import { layoutCard } from '@/lib/map/layout/cards';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { wordsOf } from '@/lib/map/layout/textBlock';

const card = (fields: object) =>
  cardSchema.parse({ id: 'c', pos: { stepId: 's', laneId: 'l', order: 'a0' }, text: 'Waits on hold', ...fields });
const at = { x: 100, y: 50, width: 200 };
const lay = (fields: object, width = at.width) => layoutCard(card(fields), { kind: 'doing' }, 0, { ...at, width }, measureText);

describe('the votes of a card', () => {
  test('a card without any is laid out as if there were no votes', () => {
    expect(lay({})).not.toHaveProperty('votes');
  });

  test('stand in a line of their own below everything else: a dot for each, and the number', () => {
    const [plain, voted] = [lay({}), lay({ votes: 3 })];
    expect(voted.votes).toMatchObject({ count: 3, dots: [{}, {}, {}] });
    expect(voted.votes && wordsOf(voted.votes.text)).toBe('3');
    expect(voted.votes?.box.y).toBeGreaterThanOrEqual(plain.textBox.y + plain.textBox.height);
    expect(voted.box.height).toBe(plain.box.height + 24);
    expect({ ...voted, box: plain.box, votes: undefined }).toEqual({ ...plain, votes: undefined });
  });

  test('stand in the middle of a pill, as its words do', () => {
    const { box, votes } = layoutCard(card({ votes: 4 }), { kind: 'feeling' }, 0, at, measureText);
    const middle = (votes?.box.x ?? 0) + (votes?.box.width ?? 0) / 2;
    expect(Math.abs(middle - (box.x + box.width / 2))).toBeLessThanOrEqual(1);
  });

  test('never leave the card, however many they are and however narrow it is', () => {
    for (const votes of [1, 2, 9, 10, 11, 100, 100_000]) {
      for (const width of [60, 120, 200, 400]) {
        const { box, votes: laid } = lay({ votes }, width);
        const dots = laid?.dots ?? [];
        expect(dots.length).toBeGreaterThan(0);
        expect(dots.length).toBeLessThanOrEqual(Math.min(votes, 10));
        const right = Math.max(...(laid?.text.lines ?? []).map((line) => line.x + line.width));
        if (width >= 120) expect(right).toBeLessThanOrEqual(box.x + box.width);
        for (const dot of dots) expect(dot.x).toBeGreaterThan(box.x);
      }
    }
  });
});
