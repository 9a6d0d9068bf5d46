'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { anyAnswer, requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import { FormProblem } from './EntryCard';

/** For somebody who is signed in with the invited address already: one button. */
export function AcceptInvitation({ token }: { token: string }) {
  const t = useTranslations('auth.invitation');
  const sentenceOf = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const accept = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await requestJson('POST', '/api/invitations/accept', anyAnswer, { token });
      window.location.assign('/');
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="space-y-5">
      <FormProblem sentence={problem} />
      <Button variant="primary" size="lg" busy={busy} onClick={accept} className="w-full">
        {t('accept')}
      </Button>
    </div>
  );
}
