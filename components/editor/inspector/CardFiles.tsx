'use client';

import { Download, File as FileIcon, Plus, Trash2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { IconButton } from '@/components/ui/IconButton';
import { removeAttachments, setAttachmentAlt } from '@/lib/document/operations/attachments';
import { type Attachment, isPicture, maxAltLength, type PictureAttachment } from '@/lib/map/attachment';
import type { CardParts } from '@/lib/map/cardParts';
import { fileAddress } from '../files/fileAddress';
import { useEditor } from '../session/EditorContext';
import { PlainTextField } from './PlainTextField';
import { Section } from './Section';

/** A card's pictures and files: add, describe, look at, save, remove. Files may be dropped onto it, too. */
export function CardFiles({ cardId, parts }: { cardId: string; parts: CardParts }) {
  const t = useTranslations('cardParts.files');
  const { canWrite, files } = useEditor();
  const busy = useStore(files.state, ({ uploads }) => uploads.some(({ state }) => state.kind !== 'failed'));
  const [over, setOver] = useState(false);
  const all = [...parts.pictures, ...parts.files];
  const target = { type: 'card', id: cardId } as const;
  const onDrag = (event: DragEvent): void => {
    if (!canWrite || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  if (all.length === 0 && !canWrite) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first.
    <div
      data-over={over}
      className="data-[over=true]:bg-accent-soft"
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!over) return;
        event.preventDefault();
        setOver(false);
        files.add([...event.dataTransfer.files], target);
      }}
    >
      <Section title={t('title')}>
        {all.length === 0 ? (
          <p className="text-ink-faint text-sm">{t('none')}</p>
        ) : (
          <ul className="space-y-4">
            {all.map((attachment) => (
              <li key={attachment.id}>
                {isPicture(attachment) ? <PictureRow picture={attachment} /> : <FileRow file={attachment} />}
              </li>
            ))}
          </ul>
        )}
        {canWrite ? (
          <Button size="sm" busy={busy} icon={<Plus size={14} aria-hidden="true" />} onClick={() => files.choose(target)}>
            {t('add')}
          </Button>
        ) : null}
      </Section>
    </div>
  );
}

function PictureRow({ picture }: { picture: PictureAttachment }) {
  const t = useTranslations('cardParts.files');
  const { doc, canWrite, files } = useEditor();
  const { id, fileId, name, alt = '' } = picture;
  return (
    <div className="space-y-2">
      <div className="flex items-start gap-2">
        <button
          type="button"
          aria-label={t('show', { name })}
          className="flex h-20 w-28 shrink-0 cursor-zoom-in items-center justify-center overflow-hidden rounded-md border border-line bg-surface-sunken"
          onClick={() => files.show(id)}
        >
          {/* biome-ignore lint/performance/noImgElement: the picture comes from our own route, which asks who is looking. */}
          <img
            src={fileAddress(files.mapId, fileId, 'small')}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
            className="max-h-full max-w-full object-contain"
          />
        </button>
        <span className="min-w-0 flex-1 break-words pt-1 text-sm">{name}</span>
        <RemoveButton attachment={picture} />
      </div>
      {canWrite ? (
        <PlainTextField
          label={t('alt', { name })}
          labelHidden
          placeholder={t('altHint')}
          value={alt}
          maxLength={maxAltLength}
          disabled={false}
          onChange={(next) => setAttachmentAlt(doc, { id, alt: next })}
        />
      ) : alt !== '' ? (
        <p className="text-ink-soft text-sm">{alt}</p>
      ) : null}
    </div>
  );
}

function FileRow({ file }: { file: Attachment }) {
  const t = useTranslations('cardParts.files');
  const { files } = useEditor();
  return (
    <div className="flex items-center gap-2 text-sm">
      <FileIcon size={16} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1 break-words">{file.name}</span>
      <a
        href={fileAddress(files.mapId, file.fileId, 'save')}
        download={file.name}
        aria-label={t('save', { name: file.name })}
        title={t('save', { name: file.name })}
        className={buttonClass({ variant: 'ghost', size: 'sm', className: 'w-7 px-0 pointer-coarse:w-9' })}
      >
        <Download size={16} aria-hidden="true" />
      </a>
      <RemoveButton attachment={file} />
    </div>
  );
}

function RemoveButton({ attachment: { id, name } }: { attachment: Attachment }) {
  const t = useTranslations('cardParts.files');
  const { doc, canWrite } = useEditor();
  if (!canWrite) return null;
  return (
    <IconButton
      size="sm"
      label={t('remove', { name })}
      icon={<Trash2 size={16} />}
      onClick={() => removeAttachments(doc, { ids: [id] })}
    />
  );
}
