'use client';

import { CircleAlert, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { Progress } from '@/components/ui/Progress';
import { maxPartsPerCard } from '@/lib/map/attachment';
import { useEditor } from '../session/EditorContext';
import type { Upload } from './fileDesk';
import type { UploadFailure } from './sendFile';

/** What is on its way to the map, at the lower edge: how far it is, a way to stop it, and what went wrong. */
export function UploadList() {
  const t = useTranslations('cardParts.files');
  const { files } = useEditor();
  const uploads = useStore(files.state, (state) => state.uploads);
  const arrived = useStore(files.state, (state) => state.arrived);
  return (
    <>
      <p role="status" className="sr-only">
        {arrived ? t('added', { count: 1, name: arrived.name }) : ''}
      </p>
      {uploads.length > 0 ? (
        <section
          aria-label={t('onTheWay')}
          data-covers-map
          className="absolute inset-x-3 bottom-14 z-20 mx-auto max-h-[50%] max-w-sm overflow-y-auto overscroll-contain rounded-lg border border-line bg-surface shadow-float"
        >
          <ul>
            {uploads.map((upload) => (
              <UploadLine key={upload.id} upload={upload} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  const t = useTranslations('cardParts.files');
  const { files } = useEditor();
  const sentenceOf = useFailureSentence();
  const { id, name, state } = upload;
  const failed = state.kind === 'failed';
  return (
    <li className="flex items-start gap-2 border-line border-b py-2 pr-2 pl-3 last:border-b-0">
      {failed ? <CircleAlert className="mt-1.5 size-4 shrink-0 text-danger" aria-hidden="true" /> : null}
      <div className="min-w-0 flex-1 py-1 text-sm">
        {failed ? (
          <p role="alert">
            <span className="block break-words font-semibold">{t('failed', { name })}</span>
            <span className="block text-ink-soft">{sentenceOf(state.failure)}</span>
          </p>
        ) : (
          <>
            <p className="flex gap-2">
              <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
              <span className="text-ink-soft">
                {state.kind === 'sending' ? t('sending', { percent: Math.round(state.part * 100) }) : t(state.kind)}
              </span>
            </p>
            <Progress
              className="mt-1.5"
              label={t('progress', { name })}
              value={state.kind === 'sending' ? state.part : state.kind === 'waiting' ? 0 : null}
            />
          </>
        )}
      </div>
      <IconButton
        size="sm"
        label={failed ? t('dismiss', { name }) : t('cancel', { name })}
        icon={<X size={16} />}
        onClick={() => (failed ? files.dismiss(id) : files.cancel(id))}
      />
    </li>
  );
}

/** The sentence that a failure tells a person. */
function useFailureSentence(): (failure: UploadFailure) => string {
  const t = useTranslations('cardParts.files');
  return (failure) => {
    switch (failure.reason) {
      case 'refused':
        return failure.sentence;
      case 'tooMany':
        return t('tooMany', { count: failure.count, max: failure.max });
      default:
        return t(failure.reason, { max: maxPartsPerCard });
    }
  };
}
