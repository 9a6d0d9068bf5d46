'use client';

import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { takeTable } from '../../commands/pasteTable';
import { useEditor } from '../../session/EditorContext';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from '../menu/afterMenu';

// Opened rarely: its program comes when it is asked for.
const TablePasteDialog = dynamic(() => import('../../table/TablePasteDialog').then((module) => module.TablePasteDialog));

/** The look at a pasted table, while there is one and one may still write. */
export function TablePaste() {
  const canvas = useCanvas();
  const { personaView, canWrite } = useEditor();
  const pasted = useStore(canvas.pastedTable, (state) => state.pasted);
  const alone = useStore(personaView, (state) => state.alone);
  if (!pasted || !canWrite) return null;
  const close = (): void => canvas.pastedTable.setState({ pasted: null });
  return (
    // A boundary of its own: while the program comes, nothing else may be hidden, or the map would lose the focus.
    <Suspense fallback={null}>
      <TablePasteDialog
        pasted={pasted}
        alone={alone}
        onClose={close}
        onInsert={(plan) => {
          close();
          // The dialog gives the focus back in its own time; what was made takes it after that.
          afterMenu(canvas, () => takeTable(canvas.context(), plan));
        }}
      />
    </Suspense>
  );
}
