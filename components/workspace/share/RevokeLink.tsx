'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '../useProblemSentence';

/** Closes a link, after asking. `consequence`: what that means for whoever has it. */
export function RevokeLink({ consequence, onRevoke }: { consequence: string; onRevoke: () => Promise<void> }) {
  const t = useTranslations('workspace.share');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  const revoke = async () => {
    setBusy(true);
    try {
      await onRevoke();
      toast({ title: t('revoked'), tone: 'success' });
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
    }
    setBusy(false);
    setAsking(false);
  };

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="text-danger!"
        icon={<Trash2 size={14} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('revoke')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('revokeTitle')}
        description={consequence}
        confirmLabel={t('revoke')}
        danger
        busy={busy}
        onConfirm={revoke}
      />
    </>
  );
}
