import { type RefObject, useEffect } from 'react';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { cellName } from './TableContext';
import { placeOf } from './tableGrid';
import type { TableKeyboard } from './useTablePlace';

/** Lets search and panels lead to cells of the table, as they lead to places on the canvas. */
export function useTablePort(root: RefObject<HTMLElement | null>, { at, go }: TableKeyboard): void {
  const { navigation, undo, canWrite } = useEditor();
  const map = useArrangedMap();
  useEffect(
    () =>
      navigation.connect({
        goTo(target) {
          const place = target.type === 'point' ? null : placeOf(map, target);
          const cell = place && root.current?.querySelector(`[data-cell="${cellName(place)}"]`);
          cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        },
        cellAt: () => null,
        connectStep: () => undefined,
        perform: () => undefined,
        commands: {
          can: (id) => canWrite && (id === 'undo' || id === 'redo'),
          run(id) {
            if (id === 'undo') return undo.undo();
            return id === 'redo' && undo.redo();
          },
        },
        focus: () => {
          if (at) go(at);
        },
      }),
    [navigation, undo, canWrite, map, root, at, go],
  );
}
