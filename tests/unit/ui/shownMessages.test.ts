import { expect, test } from 'vitest';
import { withMessage } from '@/components/ui/shownMessages';

const add = (shown: readonly { id: number; topic?: string }[], id: number, topic?: string) =>
  withMessage(shown, { id, ...(topic ? { topic } : {}) });

test('a message takes the place of the one on its topic, and of no other', () => {
  const shown = add(add(add([], 1), 2, 'a'), 3);
  expect(add(shown, 4, 'a').map(({ id }) => id)).toEqual([1, 3, 4]);
  expect(add(shown, 4, 'b').map(({ id }) => id)).toEqual([2, 3, 4]);
  expect(add(shown, 4).map(({ id }) => id)).toEqual([2, 3, 4]);
});
