'use client';

import { useTranslations } from 'use-intl';
import { Section } from '../../inspector/Section';
import { SoundSwitch } from '../timer/SoundSwitch';
import { TimerControls } from '../timer/TimerControls';
import { TimerFace } from '../timer/TimerFace';
import { TimerStart } from '../timer/TimerStart';
import { useWorkshopAnswer } from '../useWorkshopAnswer';

/** The timer that everybody sees and hears. */
export function TimerSection() {
  const t = useTranslations('workshop.timer');
  const timer = useWorkshopAnswer((answer) => answer.state.timer);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  return (
    <Section title={t('title')} action={<SoundSwitch />}>
      {timer ? <TimerFace timer={timer} /> : null}
      {timer && leads ? <TimerControls timer={timer} /> : null}
      {leads ? <TimerStart isOther={timer !== null} /> : null}
      {timer || leads ? null : <p className="text-ink-soft text-sm">{t('none')}</p>}
    </Section>
  );
}
