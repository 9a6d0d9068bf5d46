'use client';

import { useEffect } from 'react';
import { useEditor } from '../session/EditorContext';
import { useReadable } from '../session/useReadable';
import { useBell } from './timer/useBell';
import { useTimerTitle } from './timer/useTimerTitle';
import { useNews } from './useNews';
import { useWorkshopAnswer } from './useWorkshopAnswer';

/** What everybody in a workshop hears: the bell of the timer, and for screen readers what goes on. */
export function WorkshopSignals() {
  const { workshopSound } = useEditor();
  const isOn = useWorkshopAnswer((answer) => answer.isOn);
  const timer = useWorkshopAnswer((answer) => answer.state.timer);
  const state = useReadable(workshopSound.state);
  useEffect(() => (isOn ? workshopSound.listen() : undefined), [isOn, workshopSound]);
  const { moment, rung } = useBell(timer, workshopSound);
  useTimerTitle(timer);
  const sentence = useNews(moment);
  return (
    <p role="status" className="sr-only" data-workshop-news data-sound={state} data-rung={rung}>
      {sentence}
    </p>
  );
}
