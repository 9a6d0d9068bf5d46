import { describe, expect, it } from 'vitest';
import { isReplacedByTyping, transitionTextBox } from '@/components/editor/canvas/geometry/editorSpec';

describe('a text that is open', () => {
  it('gives the words of a transition room around the place where they are drawn', () => {
    const labelBox = { x: 400, y: 90, width: 40, height: 20 };
    expect(transitionTextBox({ labelBox, kind: 'back' })).toEqual({ x: 310, y: 90, width: 220, height: 20 });
    expect(transitionTextBox({ labelBox, kind: 'exit' })).toEqual({ x: 400, y: 90, width: 220, height: 20 });
    const wide = { ...labelBox, width: 300 };
    expect(transitionTextBox({ labelBox: wide, kind: 'back' })).toEqual(wide);
  });

  it('is replaced by typing when it is a title, and gone on with when it is a card', () => {
    expect(isReplacedByTyping({ type: 'step', id: 'a' })).toBe(true);
    expect(isReplacedByTyping({ type: 'lane', id: 'a' })).toBe(true);
    expect(isReplacedByTyping({ type: 'card', id: 'a' })).toBe(false);
    expect(isReplacedByTyping({ type: 'meta', field: 'title' })).toBe(false);
  });
});
