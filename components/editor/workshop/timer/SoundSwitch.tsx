'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useEditor } from '../../session/EditorContext';
import { useReadable } from '../../session/useReadable';

/** Whether the timer is heard on this device; where it is, it can be tried. */
export function SoundSwitch() {
  const t = useTranslations('workshop.timer');
  const { workshopSound } = useEditor();
  const state = useReadable(workshopSound.state);
  return (
    <span className="flex items-center gap-1">
      {state === 'ready' ? (
        <Button size="sm" variant="ghost" className="pointer-coarse:h-11" onClick={() => workshopSound.ring()}>
          {t('soundTry')}
        </Button>
      ) : null}
      {state === 'locked' ? (
        <Button size="sm" variant="ghost" className="pointer-coarse:h-11" onClick={() => workshopSound.setWanted(true)}>
          {t('soundLocked')}
        </Button>
      ) : null}
      <IconButton
        label={t('sound')}
        aria-pressed={state !== 'muted'}
        icon={state === 'ready' ? <Volume2 size={18} /> : <VolumeX size={18} />}
        onClick={() => workshopSound.setWanted(state === 'muted')}
      />
    </span>
  );
}
