'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useEditor, useMapPart, useSaveState } from '../session/EditorContext';
import type { RecoveredCopy } from '../session/recoveredCopies';
import { useReadable } from '../session/useReadable';
import { isHeld } from '../workshop/locks/isHeld';
import { SilentNotice } from '../workshop/silent/SilentNotice';
import { useSaveCopy } from './useSaveCopy';
import { useSaveWords, waitsForUnlocking } from './useSaveWords';

/** Sentences over the map that ask for something: not saved, too many cards, and copies that were recovered. */
export function SessionNotices({ maxCards }: { maxCards: number }) {
  const { session } = useEditor();
  const copies = useReadable(session.recoveredCopies);
  const [discarded, setDiscarded] = useState<readonly string[]>([]);
  const shown = copies.filter((copy) => !discarded.includes(copy.name));
  return (
    <div className="space-y-2 px-3 pt-2 pb-1 empty:hidden">
      <NotSavedNotice />
      <SilentNotice />
      <FullNotice maxCards={maxCards} />
      {shown.map((copy) => (
        <RecoveredNotice key={copy.name} copy={copy} onDiscarded={() => setDiscarded([...discarded, copy.name])} />
      ))}
    </div>
  );
}

function NotSavedNotice() {
  const t = useTranslations('sync');
  const saveCopy = useSaveCopy();
  const state = useSaveState();
  const words = useSaveWords(state);
  const isLocked = useStore(useEditor().workshop, isHeld);
  if (state.kind !== 'notSaved') return null;
  if (isLocked && waitsForUnlocking(state)) {
    return (
      <Banner tone="warning" title={words.short}>
        {words.long.join(' ')}
      </Banner>
    );
  }
  return (
    <Banner
      tone="danger"
      urgent
      title={words.long[0]}
      action={
        <Button size="sm" onClick={() => void saveCopy()}>
          {t('downloadCopy')}
        </Button>
      }
    >
      {words.long.slice(1).join(' ')}
    </Banner>
  );
}

function FullNotice({ maxCards }: { maxCards: number }) {
  const t = useTranslations('sync.full');
  // Only what could be too many is counted.
  const count = useMapPart(({ cards }) =>
    cards.length < maxCards ? 0 : cards.filter(({ deletedAt }) => deletedAt === undefined).length,
  );
  if (count < maxCards) return null;
  return (
    <Banner tone="warning" title={t('title')}>
      {t('text', { count, max: maxCards })}
    </Banner>
  );
}

function RecoveredNotice({ copy, onDiscarded }: { copy: RecoveredCopy; onDiscarded: () => void }) {
  const t = useTranslations('sync');
  const saveCopy = useSaveCopy();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Banner
      tone="warning"
      title={t('recovered.title')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => void saveCopy(copy.toFile)}>
            {t('recovered.download')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
            {t('recovered.discard')}
          </Button>
        </span>
      }
    >
      {t('recovered.text', { changes: copy.changes })}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('recovered.discardTitle')}
        description={t('recovered.discardText')}
        confirmLabel={t('recovered.discardConfirm')}
        danger
        busy={busy}
        onConfirm={async () => {
          setBusy(true);
          await copy.discard();
          onDiscarded();
        }}
      />
    </Banner>
  );
}
