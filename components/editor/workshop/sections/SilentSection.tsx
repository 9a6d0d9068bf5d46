'use client';

import { useTranslations } from 'use-intl';
import { Section } from '../../inspector/Section';
import { SilentRoundControls } from '../silent/SilentRoundControls';
import { useWorkshopAnswer } from '../useWorkshopAnswer';

/** The silent round: everybody writes by themselves, and all cards are shown together. */
export function SilentSection() {
  const t = useTranslations('workshop.silent');
  const isShown = useWorkshopAnswer(({ isOn, leads, state }) => isOn && (leads || state.silentRound !== null));
  return isShown ? (
    <Section title={t('title')}>
      <SilentRoundControls />
    </Section>
  ) : null;
}
