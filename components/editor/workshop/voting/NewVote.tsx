'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useEditor } from '../../session/EditorContext';
import { NewVoteForm } from './NewVoteForm';

/** A leader begins a vote: a sentence and a button first, then the few things that have to be chosen. */
export function NewVote() {
  const t = useTranslations('workshop.voting');
  const [isPreparing, setPreparing] = useState(false);
  const { voting } = useEditor();
  if (isPreparing) {
    return (
      <NewVoteForm
        onCancel={() => setPreparing(false)}
        onOpen={async (round) => {
          await voting.getState().open(round);
          setPreparing(false);
        }}
      />
    );
  }
  return (
    <>
      <p className="text-pretty text-ink-soft">{t('hint')}</p>
      <Button size="sm" className="pointer-coarse:h-11" onClick={() => setPreparing(true)}>
        {t('prepare')}
      </Button>
    </>
  );
}
