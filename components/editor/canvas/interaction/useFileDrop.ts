import { useEffect } from 'react';
import { fileTargetAt } from '../../files/fileTargets';
import { placesOf } from '../../workshop/locks/placesOf';
import type { Canvas } from '../CanvasContext';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped onto a card or into a cell. Dropped beside the map they do nothing: the browser would leave the page for them. */
export function useFileDrop(canvas: Canvas): void {
  useEffect(() => {
    const root = canvas.root.current;
    if (!root) return;
    const targetOf = (event: DragEvent) => {
      const { canWrite, index, locks } = canvas.context();
      if (!canWrite || !(event.target instanceof Node) || !root.contains(event.target)) return null;
      const target = fileTargetAt(index, canvas.view.pointAt({ x: event.clientX, y: event.clientY }));
      return target && locks.at(placesOf(index.map, target)) ? null : target;
    };
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      const target = targetOf(event);
      // A place that takes files by itself, such as the panel, has said so already.
      if (!event.defaultPrevented) event.dataTransfer.dropEffect = target ? 'copy' : 'none';
      event.preventDefault();
      canvas.context().files.dragOver(target);
    };
    const onLeave = (event: DragEvent): void => {
      // Out of the window; between two elements the next `dragover` says more.
      if (event.relatedTarget === null) canvas.context().files.dragOver(null);
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      const { files } = canvas.context();
      const target = targetOf(event);
      files.dragOver(null);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (target && event.dataTransfer) files.add([...event.dataTransfer.files], target);
    };
    const onEnd = (): void => canvas.context().files.dragOver(null);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('dragend', onEnd);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('dragend', onEnd);
    };
  }, [canvas]);
}
