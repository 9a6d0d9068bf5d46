'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { anyAnswer, requestJson } from '../request';
import { useWork } from '../useWork';
import { EntryCard } from './EntryCard';

/** The start page for a guest: back to the one map that is open to them, or out, with their name forgotten. */
export function GuestHome({ name, mapId }: { name: string; mapId: string }) {
  const t = useTranslations('workspace.states');
  const guest = useTranslations('lifecycle.guest');
  const { busyId, run } = useWork();
  const [asking, setAsking] = useState(false);
  const [isForgotten, setIsForgotten] = useState(false);
  const forget = async () => {
    const went = await run('guest', async () => {
      await requestJson('DELETE', '/api/guest', anyAnswer);
    });
    setAsking(false);
    setIsForgotten(went);
  };
  if (isForgotten) {
    return (
      <div role="status">
        <EntryCard title={guest('forgottenTitle')} lead={guest('forgottenText')} />
      </div>
    );
  }
  return (
    <EntryCard title={t('guestTitle')} lead={t('guestText', { name })}>
      <div className="flex flex-wrap gap-2">
        <Link href={`/maps/${mapId}`} className={buttonClass({ variant: 'primary', size: 'lg' })}>
          {t('backToMap')}
        </Link>
        <Link href="/sign-in" className={buttonClass({ size: 'lg' })}>
          {t('guestSignIn')}
        </Link>
        <Button variant="ghost" size="lg" onClick={() => setAsking(true)}>
          {guest('forget')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={guest('forgetTitle')}
        description={guest('forgetText')}
        confirmLabel={guest('forgetConfirm')}
        danger
        busy={busyId !== null}
        onConfirm={forget}
      />
    </EntryCard>
  );
}
