'use client';

import * as Dialog from 'radix-ui/dialog';
import { useTranslations } from 'use-intl';
import type { PictureStore } from '@/components/picture/pictureStore';
import type { Picture } from '@/components/picture/usePicture';
import { useReturnFocus } from '@/components/ui/useReturnFocus';
import { PresentationStage } from './PresentationStage';

type Props = { picture: Picture; pictures: PictureStore; onClose: () => void };

/** A map slide by slide over the whole screen: title, stages, moments, and the whole journey. What others change meanwhile shows at once. */
export function Presentation({ picture, pictures, onClose }: Props) {
  const t = useTranslations('present');
  const { remember, giveBack } = useReturnFocus();
  const title = picture.index.map.meta.title.trim() || t('untitled');
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 overflow-hidden bg-paper text-ink outline-none"
          onOpenAutoFocus={(event) => {
            remember();
            event.preventDefault();
            // Keys reach the stage from the first moment on.
            (event.target as HTMLElement).querySelector<HTMLElement>('[data-slide]')?.focus();
          }}
          onCloseAutoFocus={giveBack}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <Dialog.Title className="sr-only">{t('label', { title })}</Dialog.Title>
          <PresentationStage picture={picture} pictures={pictures} onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
