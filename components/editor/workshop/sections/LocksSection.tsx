'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Section } from '../../inspector/Section';
import { useEditor } from '../../session/EditorContext';
import { LockControls } from '../locks/LockControls';
import { LockSummary } from '../locks/LockSummary';
import { participantLocks } from '../locks/participantLocks';
import { useWorkshopAnswer } from '../useWorkshopAnswer';

/** Where participants may not write: leaders set it, everybody else sees what is so. */
export function LocksSection() {
  const t = useTranslations('workshop.locks');
  const leads = useWorkshopAnswer((answer) => answer.isOn && answer.leads);
  const isLocked = useStore(useEditor().workshop, (state) => participantLocks(state) !== null);
  if (!leads && !isLocked) return null;
  return <Section title={t('title')}>{leads ? <LockControls /> : <LockSummary />}</Section>;
}
