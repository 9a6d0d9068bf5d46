import { describe, expect, it } from 'vitest';
import { placeForCard } from '@/components/editor/shell/placeForCard';
import { cardsIn, createEditorFixture, first, indexOf } from './editorFixture';

/** An editor whose first step was deleted, with one of its cards in the tray. */
function withTray() {
  const editor = createEditorFixture();
  const before = indexOf(editor.doc).map;
  const gone = first(before.steps);
  editor.select({ type: 'step', id: gone.id });
  editor.press('Delete');
  const { map } = indexOf(editor.doc);
  return { editor, map, before, card: first(map.unplacedCards) };
}

describe('an unplaced card that is pressed', () => {
  it('goes exactly into the selected cell, or beside the selected card', () => {
    const { editor, map, card } = withTray();
    const cell = { stepId: map.steps[3]?.id ?? '', laneId: map.lanes[2]?.id ?? '' };
    expect(placeForCard(map, card, [{ type: 'cell', ...cell }])).toEqual(cell);
    const id = first(cardsIn(editor.doc, 2, 0));
    expect(placeForCard(map, card, [{ type: 'card', id }])).toEqual({ stepId: map.steps[1]?.id, laneId: map.lanes[0]?.id });
  });

  it('goes nowhere while no cell is chosen and its own is gone', () => {
    const { map, card } = withTray();
    expect(placeForCard(map, card, [])).toBeNull();
    // What a deletion selects by itself names no cell.
    expect(placeForCard(map, card, [{ type: 'step', id: first(map.steps).id }])).toBeNull();
    expect(placeForCard(map, card, [{ type: 'cell', stepId: card.pos.stepId, laneId: card.pos.laneId }])).toBeNull();
  });

  it('goes back to where it was when step and lane are there again', () => {
    const { before, card } = withTray();
    expect(placeForCard(before, card, [])).toEqual({ stepId: card.pos.stepId, laneId: card.pos.laneId });
  });
});
