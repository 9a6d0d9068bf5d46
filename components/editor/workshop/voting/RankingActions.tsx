'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Switch } from '@/components/ui/Switch';
import { useWork } from '@/components/workspace/useWork';
import type { ClosedRound } from '@/lib/workshop/voting/votesAnswer';
import { useEditor } from '../../session/EditorContext';

/** What leaders do with a closed vote: whether its dots are on the cards, and deleting it. */
export function RankingActions({ round }: { round: ClosedRound }) {
  const t = useTranslations('workshop.voting.ranking');
  const { voting } = useEditor();
  const { busyId, run } = useWork();
  const [asking, setAsking] = useState(false);
  return (
    <footer className="space-y-1 border-line border-t px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <Switch
        label={t('dots')}
        checked={round.dotsShown}
        disabled={busyId !== null}
        onChange={(shown) => void run('dots', () => voting.getState().showDots(shown ? round.id : null))}
      />
      <Button
        size="sm"
        variant="ghost"
        className="-ml-2 pointer-coarse:h-11"
        icon={<Trash2 size={16} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle')}
        description={t('removeText')}
        confirmLabel={t('remove')}
        danger
        busy={busyId === 'remove'}
        onConfirm={() => void run('remove', () => voting.getState().remove(round.id))}
      />
    </footer>
  );
}
