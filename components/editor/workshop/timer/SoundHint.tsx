'use client';

import { VolumeX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useEditor } from '../../session/EditorContext';
import { useReadable } from '../../session/useReadable';

/** Says that the timer would not be heard, as long as the browser does not let the page sound. Nothing for whoever wants no sound. */
export function SoundHint() {
  const t = useTranslations('workshop.timer');
  const { workshopSound } = useEditor();
  const state = useReadable(workshopSound.state);
  if (state !== 'locked') return null;
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<VolumeX size={16} aria-hidden="true" />}
      className="self-center pointer-coarse:h-11 pointer-coarse:px-3"
      onClick={() => workshopSound.setWanted(true)}
    >
      <span className="max-sm:sr-only">{t('soundLocked')}</span>
    </Button>
  );
}
