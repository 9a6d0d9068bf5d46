'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useWork } from '@/components/workspace/useWork';
import type { OpenRound } from '@/lib/workshop/voting/votesAnswer';
import { useEditor } from '../../session/EditorContext';

/** How the vote that is open stands. Leaders close it, or drop it without a ranking. */
export function OpenVote({ round, leads }: { round: OpenRound; leads: boolean }) {
  const t = useTranslations('workshop.voting');
  const { voting } = useEditor();
  const { busyId, run } = useWork();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="wrap-anywhere text-pretty">{t('running', { title: round.title || t('untitled'), voters: round.voters })}</p>
      {leads ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            className="pointer-coarse:h-11"
            busy={busyId === 'close'}
            onClick={() => void run('close', () => voting.getState().close(round.id))}
          >
            {t('close')}
          </Button>
          <Button size="sm" variant="ghost" className="pointer-coarse:h-11" onClick={() => setAsking(true)}>
            {t('discard')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('discardTitle')}
        description={t('discardText')}
        confirmLabel={t('discard')}
        danger
        busy={busyId === 'discard'}
        onConfirm={() => void run('discard', () => voting.getState().remove(round.id))}
      />
    </>
  );
}
