'use client';

import { useTranslations } from 'use-intl';
import { useEditor, useJourneyMap } from '../session/EditorContext';
import { useReadable } from '../session/useReadable';
import { SharedText } from '../text/SharedText';

/** The map's title, edited where it stands. */
export function MapTitle({ titleBefore }: { titleBefore: string }) {
  const t = useTranslations('editor.topbar');
  const words = useTranslations('canvas');
  const { session } = useEditor();
  const loaded = useReadable(session.loaded);
  const { title } = useJourneyMap().meta;
  if (!loaded) return <h1 className="truncate px-2 font-bold text-base">{titleBefore}</h1>;
  return (
    <div className="min-w-16 max-w-full shrink">
      <h1 className="sr-only">{title || words('untitledMap')}</h1>
      <SharedText
        reference={{ type: 'meta', field: 'title' }}
        label={t('titleLabel')}
        placeholder={words('untitledMap')}
        singleLine
        noWrap
        maxLength={300}
        className="rounded-md border border-transparent bg-transparent px-2 py-1 font-bold text-base text-ink placeholder:text-ink-faint read-only:cursor-default hover:not-read-only:border-line focus:bg-surface"
      />
    </div>
  );
}
