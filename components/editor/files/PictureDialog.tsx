'use client';

import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { buttonClass } from '@/components/ui/buttonClass';
import { Dialog } from '@/components/ui/Dialog';
import { IconButton } from '@/components/ui/IconButton';
import { altOf, type PictureAttachment } from '@/lib/map/attachment';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { fileAddress } from './fileAddress';

/** A picture of a card, large, with those beside it. Closes by itself when the picture is taken away. */
export function PictureDialog() {
  const { files } = useEditor();
  const shown = useStore(files.state, (state) => state.shown);
  const cardParts = useArrangedPart((map) => map.cardParts);
  const pictures = shown === null ? [] : ([...cardParts.values()].find((parts) => has(parts.pictures, shown))?.pictures ?? []);
  const at = pictures.findIndex(({ id }) => id === shown);
  const picture = pictures[at];
  useEffect(() => {
    if (shown !== null && !picture) files.show(null);
  }, [shown, picture, files]);
  if (!picture) return null;
  return <Shown picture={picture} at={at} pictures={pictures} />;
}

const has = (pictures: readonly PictureAttachment[], id: string): boolean => pictures.some((picture) => picture.id === id);

function Shown({ picture, at, pictures }: { picture: PictureAttachment; at: number; pictures: readonly PictureAttachment[] }) {
  const t = useTranslations('cardParts.files');
  const { files } = useEditor();
  const [gone, setGone] = useState<string | null>(null);
  const { id, fileId, name, width, height } = picture;
  const alt = altOf(picture);
  const step = (by: 1 | -1): void => {
    const next = pictures[at + by];
    if (next) files.show(next.id);
  };
  return (
    <Dialog
      open
      size="full"
      title={<span className="break-words">{name}</span>}
      {...(alt === name ? {} : { description: alt })}
      onOpenChange={(open) => {
        if (!open) files.show(null);
      }}
      footer={
        <div className="flex w-full items-center gap-2">
          {pictures.length > 1 ? (
            <>
              <IconButton label={t('previous')} icon={<ChevronLeft size={18} />} disabled={at === 0} onClick={() => step(-1)} />
              <span className="text-ink-soft text-sm tabular-nums" aria-live="polite">
                {t('position', { number: at + 1, count: pictures.length })}
              </span>
              <IconButton
                label={t('next')}
                icon={<ChevronRight size={18} />}
                disabled={at === pictures.length - 1}
                onClick={() => step(1)}
              />
            </>
          ) : null}
          <a
            data-autofocus
            href={fileAddress(files.mapId, fileId, 'save')}
            download={name}
            aria-label={t('save', { name })}
            className={buttonClass({ size: 'md', className: 'ml-auto' })}
          >
            <Download size={16} aria-hidden="true" />
            {t('saveShort')}
          </a>
        </div>
      }
    >
      {gone === id ? (
        <p className="py-16 text-center text-ink-soft">{t('gone')}</p>
      ) : (
        // biome-ignore lint/performance/noImgElement: the picture comes from our own route, which asks who is looking.
        <img
          key={id}
          src={fileAddress(files.mapId, fileId, 'large')}
          alt={alt}
          width={width}
          height={height}
          className="mx-auto h-auto max-h-[68dvh] w-auto max-w-full rounded-sm bg-surface-sunken object-contain"
          onError={() => setGone(id)}
        />
      )}
    </Dialog>
  );
}
