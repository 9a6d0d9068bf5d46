'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { useEditor } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useWorkshopWork } from '../useWorkshopWork';
import { useReveal } from './useReveal';

/** How many cards were written so far, by how many: to be looked up, not told with each card. Their words nobody sees, leaders neither. */
function Written() {
  const t = useTranslations('workshop.silent');
  const written = useStore(useEditor().session.silent, (state) => state.written);
  return <p className="font-semibold tabular-nums">{t('written', written)}</p>;
}

/** Begins a silent round, and shows what was written in it. */
export function SilentRoundControls() {
  const t = useTranslations('workshop.silent');
  const round = useWorkshopAnswer((answer) => answer.state.silentRound);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const { busyType, act } = useWorkshopWork();
  const { busy, reveal } = useReveal();
  if (!round) {
    return (
      <>
        <p className="text-pretty text-ink-soft">{t('hint')}</p>
        <Button className="w-full" busy={busyType === 'silent.start'} onClick={() => void act({ type: 'silent.start' })}>
          {t('start')}
        </Button>
      </>
    );
  }
  return (
    <>
      <p className="text-pretty text-ink-soft">{t('on')}</p>
      <Written />
      {leads ? (
        <Button variant="primary" className="w-full" busy={busy} onClick={() => void reveal(round.id)}>
          {t('reveal')}
        </Button>
      ) : null}
    </>
  );
}
