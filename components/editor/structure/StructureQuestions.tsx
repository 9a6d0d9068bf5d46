'use client';

import dynamic from 'next/dynamic';
import { useCanvas } from '../canvas/CanvasContext';
import { useReadable } from '../session/useReadable';

// Asked rarely: its program comes when it is needed.
const SplitStepDialog = dynamic(() => import('./SplitStepDialog').then((module) => module.SplitStepDialog));

/** The window of whatever a command has to ask. */
export function StructureQuestions() {
  const { question } = useCanvas();
  const asked = useReadable(question);
  if (!asked) return null;
  return <SplitStepDialog key={asked.stepId} stepId={asked.stepId} from={asked.from} onClose={() => question.set(null)} />;
}
