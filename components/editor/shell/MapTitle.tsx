'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useEditor, useMapPart } from '../session/EditorContext';
import { useReadable } from '../session/useReadable';
import { SharedText } from '../text/SharedText';

/** Field and cover must agree to the pixel. */
const typeClass = 'rounded-md border border-transparent px-2 py-1 font-bold text-base';

/** The map's title, edited where it stands. */
export function MapTitle({ titleBefore }: { titleBefore: string }) {
  const t = useTranslations('editor.topbar');
  const words = useTranslations('canvas');
  const { session, canWrite, compare } = useEditor();
  // One map that shows two states says both their titles; here stands the later one.
  const compared = useStore(compare, (state) => state.compared?.after.meta.title);
  const loaded = useReadable(session.loaded);
  const title = useMapPart(({ meta }) => meta.title);
  if (!loaded) return <h1 className="truncate px-2 font-bold text-base">{titleBefore}</h1>;
  if (compared !== undefined) {
    return <h1 className="truncate px-2 font-bold text-base">{compared.trim() || words('untitledMap')}</h1>;
  }
  const shown = title || words('untitledMap');
  return (
    <div className="group relative min-w-16 max-w-full shrink">
      <h1 className="sr-only">{shown}</h1>
      {/* A text field cannot end in an ellipsis: until it is entered, its words stand over it. */}
      <span
        aria-hidden="true"
        className={`${typeClass} pointer-events-none absolute inset-0 truncate group-focus-within:hidden ${title ? 'text-ink' : 'text-ink-faint'} ${canWrite ? 'group-hover:border-line group-hover:bg-surface' : ''}`}
      >
        {shown}
      </span>
      <SharedText
        reference={{ type: 'meta', field: 'title' }}
        label={t('titleLabel')}
        placeholder={words('untitledMap')}
        singleLine
        noWrap
        maxLength={300}
        className={`${typeClass} text-ink not-focus:opacity-0 placeholder:text-ink-faint read-only:cursor-default focus:bg-surface`}
      />
    </div>
  );
}
