'use client';

import { ArchiveArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import { useEditor } from '../../session/EditorContext';
import { useVersionWords } from '../useVersionWords';
import { partOfDifference } from './partsOf';
import { useIsOffered } from './useBringBack';
import { capital, usePartWords } from './usePartWords';

/** Beside a difference between a version and the live map: brings what it is about back as on the version. Nothing where the version does not have that. */
export function BringEntryBack({ entry }: { entry: ComparedEntry }) {
  const t = useTranslations('versions.parts');
  const { parts, compare } = useEditor();
  const isOffered = useIsOffered();
  const source = useStore(parts, (state) => state.source);
  const compared = useStore(compare, (state) => state.compared);
  const { titleOf } = useVersionWords();
  const { asObject } = usePartWords();
  if (!isOffered || !source || !compared) return null;
  const part = partOfDifference(entry.difference, [compared.before, compared.after], source.map);
  if (!part) return null;
  return (
    <Button
      size="sm"
      className="mt-1 mb-2 ml-9 h-auto! min-h-8 whitespace-normal! py-1 text-left"
      icon={<ArchiveArrowUp size={14} aria-hidden="true" />}
      onClick={() => parts.getState().ask([part])}
    >
      <span className="wrap-anywhere">
        {capital(t('bringBackOne', { what: asObject([part], source.map), title: titleOf(source.version) }))}
      </span>
    </Button>
  );
}
