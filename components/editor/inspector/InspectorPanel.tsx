'use client';

import { ChevronUp, Eye, Lock, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { arrangeOnce, useEditor } from '../session/EditorContext';
import { BringBackLine } from '../versions/parts/BringBackLine';
import { isHeld } from '../workshop/locks/isHeld';
import { LockScope, useLockAt } from '../workshop/locks/LockScope';
import { placesOfSubject } from '../workshop/locks/placesOfSubject';
import { useLockWords } from '../workshop/locks/useLockWords';
import { Inspector } from './Inspector';
import { subjectKey } from './subject';
import { useSubject } from './useSubject';
import { useSubjectTitle } from './useSubjectTitle';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/**
 * The panel beside the map. On a narrow screen it is a sheet at the lower edge; closed, a slim bar says what is selected
 * and opens it.
 */
export function InspectorPanel({ open, onOpenChange }: Props) {
  const t = useTranslations('editor.inspector');
  const held = useTranslations('workshop.locks.held');
  const { selection, canWrite, role, session, workshop } = useEditor();
  const isLocked = useStore(workshop, isHeld);
  const editing = useStore(selection, (state) => state.editing);
  const subject = useSubject();
  const { kind, name } = useSubjectTitle(subject);
  const places = placesOfSubject(arrangeOnce(session.map.getSnapshot().map), subject);
  const lock = useLockAt(places);
  const wordsOfLock = useLockWords();

  if (!open) {
    if (subject.type === 'map' || editing) return null;
    return (
      <button
        type="button"
        onClick={() => onOpenChange(true)}
        className="flex min-h-12 shrink-0 items-center gap-3 border-line border-t bg-surface px-4 pb-[env(safe-area-inset-bottom)] text-left lg:hidden"
      >
        <span className="min-w-0 flex-1 truncate text-sm">
          <span className="text-ink-soft">{kind}</span> <span className="font-semibold">{name}</span>
        </span>
        <span className="text-ink-soft text-sm">{t('details')}</span>
        <ChevronUp size={18} aria-hidden="true" />
      </button>
    );
  }
  return (
    <aside
      aria-label={t('panel')}
      data-covers-map
      className="absolute inset-x-0 bottom-0 z-20 flex max-h-[70%] animate-rise-in flex-col rounded-t-xl border-line border-t bg-surface shadow-dialog sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-80 sm:animate-none sm:rounded-none sm:border-t-0 sm:border-l lg:static lg:w-84 lg:shrink-0 lg:shadow-none"
      onKeyDown={(event) => {
        // Shortcuts of the map must not act on what is selected while somebody types in the panel.
        if (event.key !== 'Escape') event.stopPropagation();
      }}
    >
      <header className="flex shrink-0 items-center gap-2 border-line border-b py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1">
          <span className="block text-ink-faint text-xs">{kind}</span>
          <span className="block truncate font-bold text-base">{name}</span>
        </h2>
        <IconButton label={t('close')} icon={<X size={18} />} onClick={() => onOpenChange(false)} />
      </header>
      {canWrite && lock ? (
        <p className="flex shrink-0 items-start gap-2 border-line border-b bg-surface-sunken px-4 py-2 text-ink-soft text-sm">
          <Lock size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
          {wordsOfLock(lock, session.map.getSnapshot().map)}
        </p>
      ) : null}
      {canWrite ? null : (
        <p className="flex shrink-0 items-center gap-2 border-line border-b bg-surface-sunken px-4 py-2 text-ink-soft text-sm">
          <Eye size={16} aria-hidden="true" className="shrink-0" />
          {isLocked ? held('text') : t(role === 'commenter' ? 'commentOnly' : 'readOnly')}
        </p>
      )}
      <BringBackLine />
      <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain [&_label.block]:font-medium [&_label.block]:text-ink-soft [&_label.block]:text-xs pb-[env(safe-area-inset-bottom)]">
        <LockScope places={places}>
          <Inspector key={subjectKey(subject)} subject={subject} />
        </LockScope>
      </div>
    </aside>
  );
}
