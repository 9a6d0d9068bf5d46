'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { MapPart } from '@/lib/document/restore/parts';
import { isSelected } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { isOnVersion } from './partsOf';
import { capital, usePartWords } from './usePartWords';

/** In the list of a version: adds a part to what is selected, for bringing it back together with others. Nothing for whoever may bring nothing back. */
export function PartCheck({ part }: { part: MapPart }) {
  const t = useTranslations('versions.parts');
  const { parts, selection } = useEditor();
  const { asObject } = usePartWords();
  const map = useStore(parts, ({ source, mayRestore }) => (mayRestore ? (source?.map ?? null) : null));
  const isChosen = useStore(selection, (state) => isSelected(state, part));
  if (!map || !isOnVersion(map, part)) return null;
  return (
    <label className="-my-1 -ml-2 grid size-9 shrink-0 place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        aria-label={capital(t('select', { what: asObject([part], map) }))}
        checked={isChosen}
        onChange={() => selection.getState().toggle(part)}
        className="size-5 accent-ink"
      />
    </label>
  );
}
