'use client';

import { Webhook as WebhookSign } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { CopyButton } from '@/components/ui/CopyButton';
import { controlClass } from '@/components/ui/Field';
import { DateTime } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import type { Source } from '../source';
import { RenewDialog } from './RenewDialog';
import { madeWebhookSchema, type Webhook } from './webhook';

type Props = { source: Source; webhook: Webhook | null; onSecret: (secret: string | null) => void };

/** The address of a source's webhook, and what can be done with it; or the way to one. */
export function WebhookAddress({ source, webhook, onSecret }: Props) {
  const t = useTranslations('evidencePages.webhook');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const [asks, setAsks] = useState<'renew' | 'revoke' | null>(null);
  const path = `/api/v1/sources/${source.id}/webhook`;
  const close = () => setAsks(null);
  const make = () =>
    run('make', async () => {
      onSecret((await requestJson('POST', path, madeWebhookSchema)).secret);
      router.refresh();
    });
  const revoke = () =>
    run('revoke', async () => {
      await requestJson('DELETE', path, anyAnswer);
      onSecret(null);
      toast({ title: t('revoked'), tone: 'success' });
      router.refresh();
    }).then(close);
  if (!webhook) {
    return (
      <div className="space-y-4">
        <p className="max-w-prose text-pretty">{t('none')}</p>
        <Button
          variant="primary"
          icon={<WebhookSign size={16} aria-hidden="true" />}
          busy={busyId === 'make'}
          onClick={() => void make()}
        >
          {t('make')}
        </Button>
      </div>
    );
  }
  const { url, createdAt, rotatedAt, previousUntil } = webhook;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <input
          readOnly
          value={url}
          aria-label={t('address')}
          onFocus={(event) => event.target.select()}
          className={`${controlClass} h-9 min-w-0 flex-1 basis-56 font-mono text-sm pointer-coarse:h-11`}
        />
        <CopyButton text={url} label={t('copyAddress')} />
      </div>
      <p className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
        <span>{t.rich('made', { time: () => <DateTime iso={createdAt} /> })}</span>
        {rotatedAt ? <span>{t.rich('rotated', { time: () => <DateTime iso={rotatedAt} /> })}</span> : null}
        {previousUntil ? <span>{t.rich('previous', { time: () => <DateTime iso={previousUntil} /> })}</span> : null}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => setAsks('renew')}>{t('renew')}</Button>
        <Button onClick={() => setAsks('revoke')}>{t('revoke')}</Button>
        <a href="/docs/api" className="ml-1 text-sm underline">
          {t('guide')}
        </a>
      </div>
      {asks === 'renew' ? <RenewDialog path={path} onSecret={onSecret} onClose={close} /> : null}
      <ConfirmDialog
        open={asks === 'revoke'}
        onOpenChange={close}
        title={t('revokeTitle')}
        description={t('revokeText')}
        confirmLabel={t('revokeConfirm')}
        danger
        busy={busyId === 'revoke'}
        onConfirm={() => void revoke()}
      />
    </div>
  );
}
