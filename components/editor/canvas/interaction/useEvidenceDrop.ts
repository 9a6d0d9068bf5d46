import { useEffect, useRef } from 'react';
import { evidenceTargetAt } from '../../evidence/dropTarget';
import { referenceOfTarget } from '../../evidence/linkTargets';
import { useLinking } from '../../evidence/useLinking';
import { useEditor } from '../../session/EditorContext';
import { placesOf } from '../../workshop/locks/placesOf';
import type { Canvas } from '../CanvasContext';

/** What customers said, dragged from its panel onto the map: it is linked to what it is dropped on. */
export function useEvidenceDrop(canvas: Canvas): void {
  const { evidence } = useEditor();
  const { link } = useLinking();
  const linkNow = useRef(link);
  useEffect(() => {
    linkNow.current = link;
  });
  useEffect(() => {
    const root = canvas.root.current;
    if (!root) return;
    const targetOf = (event: DragEvent) => {
      const { canWrite, index, locks } = canvas.context();
      if (!canWrite) return null;
      const target = evidenceTargetAt(index, canvas.view.pointAt({ x: event.clientX, y: event.clientY }));
      return target && locks.at(placesOf(index.map, referenceOfTarget(target))) ? null : target;
    };
    const onOver = (event: DragEvent): void => {
      const { dragged, dragOver } = evidence.getState();
      if (!dragged || !event.dataTransfer) return;
      const target = targetOf(event);
      event.dataTransfer.dropEffect = target ? 'link' : 'none';
      event.preventDefault();
      dragOver(target);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget instanceof Node && root.contains(event.relatedTarget)) return;
      evidence.getState().dragOver(null);
    };
    const onDrop = (event: DragEvent): void => {
      const { dragged, drag } = evidence.getState();
      if (!dragged) return;
      event.preventDefault();
      const target = targetOf(event);
      drag(null);
      if (target) linkNow.current(target, dragged);
    };
    root.addEventListener('dragover', onOver);
    root.addEventListener('dragleave', onLeave);
    root.addEventListener('drop', onDrop);
    return () => {
      root.removeEventListener('dragover', onOver);
      root.removeEventListener('dragleave', onLeave);
      root.removeEventListener('drop', onDrop);
    };
  }, [canvas, evidence]);
}
