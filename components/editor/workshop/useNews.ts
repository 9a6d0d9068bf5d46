'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { isPaused, timeLeft } from '@/lib/workshop/timer';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';
import { useEditor } from '../session/EditorContext';

/** What is left, as one says it: whole minutes, and tenths only of the last one. */
const roughMinutes = (milliseconds: number): number =>
  milliseconds >= 60_000 ? Math.round(milliseconds / 60_000) : Math.round(milliseconds / 6_000) / 10;

/** The sentence in which screen readers are told what has just changed for everybody, when they have nothing else to say; never the seconds. */
export function useNews(moment: 'lastMinute' | 'over' | null): string {
  const t = useTranslations('workshop');
  const format = useFormatter();
  const { workshop } = useEditor();
  const answer = useStore(workshop, (state) => (state.isKnown ? state.workshop : null));
  const before = useRef<WorkshopAnswer | null>(null);
  const [sentence, setSentence] = useState('');

  const tellChange = (was: WorkshopAnswer, is: WorkshopAnswer): string | null => {
    if (was.isOn !== is.isOn) {
      const names = format.list(is.leaders.map(({ name }) => name || t('leading.former')));
      return is.isOn ? t('leading.others', { names, count: is.leaders.length }) : t('leading.over');
    }
    const item = is.state.agenda.find(({ id }) => id === is.state.currentItemId);
    const news: string[] = [];
    if (item && item.id !== was.state.currentItemId) news.push(t('agenda.nowOn', { title: item.title || t('agenda.untitled') }));
    const [timer, earlier] = [is.state.timer, was.state.timer];
    if (timer && timer.id !== earlier?.id) news.push(t('timer.started', { minutes: Math.round(timer.total / 6_000) / 10 }));
    else if (timer && earlier && isPaused(timer) !== isPaused(earlier))
      news.push(t(isPaused(timer) ? 'timer.hasPaused' : 'timer.goesOn', { minutes: roughMinutes(timeLeft(timer, is.now)) }));
    else if (!timer && earlier && is.isOn && news.length === 0) news.push(t('timer.stopped'));
    return news.length > 0 ? news.join(' ') : null;
  };
  const latest = useRef(tellChange);
  latest.current = tellChange;

  useEffect(() => {
    const was = before.current;
    before.current = answer;
    const told = was && answer ? latest.current(was, answer) : null;
    if (told !== null) setSentence(told);
  }, [answer]);
  useEffect(() => {
    if (moment) setSentence(t(moment === 'over' ? 'timer.isOver' : 'timer.lastMinute'));
  }, [moment, t]);
  return sentence;
}
