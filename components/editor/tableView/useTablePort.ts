import { type RefObject, useEffect } from 'react';
import { toReference } from '../canvas/geometry/parseReference';
import { useLookFromList } from '../presence/useLookFromList';
import { nearIn, useTellNear } from '../presence/useTellNear';
import type { MapReference } from '../reference';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { cellName } from './TableContext';
import { placeOf } from './tableGrid';
import type { TableKeyboard } from './useTablePlace';

/** A cell of each step. */
const rows = '[data-cell^="step:"][data-cell$="|title"]';

const toTarget = (key: string | null | undefined): MapReference | null => (key ? toReference(key) : null);

/** Lets search and panels lead to cells of the table, as they lead to places on the canvas. */
export function useTablePort(root: RefObject<HTMLElement | null>, { at, go }: TableKeyboard): void {
  const { navigation, undo, canWrite } = useEditor();
  const map = useArrangedMap();
  const look = useLookFromList(root, rows, 'cell');
  useTellNear(root, rows, 'cell');
  useEffect(() => {
    const findCell = (reference: MapReference) => {
      const place = placeOf(map, reference);
      return place && root.current?.querySelector(`[data-cell="${cellName(place)}"]`);
    };
    return navigation.connect({
      goTo(target) {
        const reference = target.type === 'point' ? toTarget(target.near) : target;
        if (reference) findCell(reference)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      },
      show({ near }) {
        const reference = toTarget(near);
        const cell = reference && findCell(reference);
        cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
        return cell !== null && cell !== undefined;
      },
      sight: () => ({ viewport: null, near: root.current && nearIn(root.current, rows, 'cell') }),
      cellAt: () => null,
      connectStep: () => undefined,
      perform: () => undefined,
      commands: {
        can: (id) => id === 'lookHere' || (canWrite && (id === 'undo' || id === 'redo')),
        run(id) {
          if (id === 'lookHere') return look();
          if (id === 'undo') return undo.undo();
          return id === 'redo' && undo.redo();
        },
      },
      focus: () => {
        if (at) go(at);
      },
    });
  }, [navigation, undo, canWrite, map, root, at, go, look]);
}
