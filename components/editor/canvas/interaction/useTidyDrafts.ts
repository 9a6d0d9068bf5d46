import { useEffect } from 'react';
import { deleteCards } from '@/lib/document/operations/cards';
import { findAlive } from '@/lib/document/schema';
import { textOf } from '@/lib/document/textReference';
import { type MapReference, referenceKey } from '../../reference';
import { useEditor } from '../../session/EditorContext';
import type { Canvas } from '../CanvasContext';
import { listCell } from '../geometry/mapIndex';

/** Takes away a card that was made to be written in, once it is left without a word. No step of undo: it never was anything. */
export function useTidyDrafts(canvas: Canvas): void {
  const { doc, session, selection, undo } = useEditor();
  useEffect(
    () =>
      selection.subscribe((state, before) => {
        const left = before.editing;
        if (left?.type !== 'card' || (state.editing && referenceKey(state.editing) === referenceKey(left))) return;
        // Without the right to write there is nothing to take back: the empty card stays for those who may.
        if (!canvas.drafts.delete(left.id) || !session.canWrite.get()) return;
        const [only, ...more] = state.selected;
        const stays = only !== undefined && more.length === 0 && referenceKey(only) === referenceKey(left);
        const text = textOf(doc, { type: 'card', id: left.id, field: 'text' });
        if (text?.toString().trim() !== '') return;
        const pos = canvas.index.get().cardRecords.get(left.id)?.pos;
        // Nothing was ever typed, so making it was the last step: taking that back leaves no empty step of undo.
        if (text._start === null) undo.undo();
        if (findAlive(doc, 'cards', left.id)) deleteCards(doc, { ids: [left.id] }, 'draft');
        // Undo brings back what was selected then; the keyboard stays where the card was, unless it has gone elsewhere already.
        const cell = pos ? listCell(canvas.index.get(), pos.stepId, pos.laneId) : [];
        const gone = referenceKey(left);
        const beside = cell.findLast((reference) => referenceKey(reference) !== gone);
        const empty: MapReference[] = pos ? [{ type: 'cell', stepId: pos.stepId, laneId: pos.laneId }] : [];
        selection.getState().select(...(stays ? (beside ? [beside] : empty) : state.selected));
      }),
    [canvas, doc, session, selection, undo],
  );
}
