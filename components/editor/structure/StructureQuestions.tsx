'use client';

import dynamic from 'next/dynamic';
import { type Canvas, useCanvas } from '../canvas/CanvasContext';
import { goTo } from '../commands/navigate';
import { primary } from '../commands/targets';
import { referenceKey } from '../reference';
import { useReadable } from '../session/useReadable';

// Asked rarely: its program comes when it is needed.
// With something in its place while it loads: without, the whole editor would go until it is there.
const SplitStepDialog = dynamic(() => import('./SplitStepDialog').then((module) => module.SplitStepDialog), {
  loading: () => null,
});

/** Brings what is selected now into view, and the keyboard to it: the window gives the focus back to what was selected before. */
function goToSelected(canvas: Canvas): void {
  const at = primary(canvas.context());
  if (!at) return;
  goTo(canvas.context(), at);
  const element = canvas.root.current?.querySelector<HTMLElement>(`[data-reference="${CSS.escape(referenceKey(at))}"]`);
  element?.focus({ preventScroll: true });
}

/** The window of whatever a command has to ask. */
export function StructureQuestions() {
  const canvas = useCanvas();
  const asked = useReadable(canvas.question);
  if (!asked) return null;
  const close = (): void => {
    canvas.question.set(null);
    // The window is gone, and has given the focus back, only after it was drawn without it.
    requestAnimationFrame(() => requestAnimationFrame(() => goToSelected(canvas)));
  };
  return <SplitStepDialog key={asked.stepId} stepId={asked.stepId} from={asked.from} onClose={close} />;
}
