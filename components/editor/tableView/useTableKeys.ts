import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { setEmotion } from '@/lib/document/operations/emotions';
import { addStep, moveSteps } from '@/lib/document/operations/steps';
import { isTyping } from '../commands/startTyping';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { moveInGrid } from './moveInGrid';
import type { TableActions } from './TableContext';
import type { TableKeyboard } from './useTablePlace';

/** The keys of the table while no cell is open. */
export function useTableKeys({ grid, at, go }: TableKeyboard, actions: TableActions): (event: KeyboardEvent) => void {
  const { doc, canWrite, undo } = useEditor();
  const map = useArrangedMap();

  const moveStep = (by: 1 | -1): void => {
    const id = at?.row.startsWith('step:') ? at.row.slice('step:'.length) : null;
    const index = map.steps.findIndex((step) => step.id === id);
    const other = map.steps[index + by];
    const self = map.steps[index];
    if (!self || !at) return;
    const neighbourStage = map.stages[map.stages.findIndex(({ steps }) => steps.includes(self)) + by];
    const sameStage = other && map.stages.some(({ steps }) => steps.includes(self) && steps.includes(other));
    if (sameStage) moveSteps(doc, { ids: [self.id], to: by > 0 ? { after: other.id } : { before: other.id } });
    // At a stage's edge it goes into the next one, empty ones too.
    else if (neighbourStage && !neighbourStage.unplaced) {
      moveSteps(doc, { ids: [self.id], to: { stageId: neighbourStage.id, ...(by > 0 ? { index: 0 } : {}) } });
    } else return;
    go(at);
  };

  const addBelow = (): void => {
    const [type, id = ''] = at?.row.split(':') ?? [];
    const stage = map.stages.find((candidate) => candidate.id === id);
    if (type === 'stage' && (!stage || stage.unplaced)) return;
    const made = addStep(doc, { at: type === 'stage' ? { stageId: id, index: 0 } : { after: id } });
    if (made) actions.open({ row: `step:${made}`, column: 'title' });
  };

  return (event) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || !at) return;
    if (event.target instanceof HTMLElement && event.target.closest('[data-cell-editor], button')) return;
    const mod = event.ctrlKey || event.metaKey;
    const next = moveInGrid(grid, at, event);
    const letter = event.key.toLowerCase();
    if (next) go(next);
    else if (mod && !event.altKey && (letter === 'z' || letter === 'y')) {
      if (!canWrite) return;
      if (letter === 'y' || event.shiftKey) undo.redo();
      else undo.undo();
    } else if (event.key === 'F2' || (event.key === 'Enter' && !mod && !event.altKey)) actions.open(at);
    else if (event.key === 'Enter' && mod && canWrite) addBelow();
    else if (event.altKey && !mod && canWrite && event.key === 'ArrowDown') moveStep(1);
    else if (event.altKey && !mod && canWrite && event.key === 'ArrowUp') moveStep(-1);
    else if (event.key === 'Delete' && canWrite && at.column.startsWith('emotion:') && at.row.startsWith('step:')) {
      setEmotion(doc, { stepId: at.row.slice(5), personaId: at.column.slice('emotion:'.length), value: null });
    } else {
      if (isTyping(event) && canWrite) {
        // At once: the browser puts the key into the field that has the focus now.
        flushSync(() => actions.open(at, at.column.startsWith('lane:') ? 'beginNew' : 'writeOver'));
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
