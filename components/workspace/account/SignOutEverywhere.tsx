'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';

/** Ends every session of the account. */
export function SignOutEverywhere() {
  const t = useTranslations('workspace.account');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      await requestJson('POST', '/api/account/sign-out-everywhere', anyAnswer);
      window.location.assign('/sign-in');
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
      setBusy(false);
      setOpen(false);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('signOutEverywhere')}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('signOutTitle')}
        description={t('signOutText')}
        confirmLabel={t('signOutEverywhere')}
        danger
        busy={busy}
        onConfirm={leave}
      />
    </>
  );
}
