'use client';

import { Maximize2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { CopyButton } from '@/components/ui/CopyButton';
import { controlClass } from '@/components/ui/Field';
import { DateTime } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '../useProblemSentence';
import { BigQrCode } from './BigQrCode';
import type { JoinLink } from './joinLink';
import { QrCode } from './QrCode';

type Props = { link: JoinLink; mapTitle: string; onRevoke: () => Promise<void> };

/** One join link: its address to copy and to scan, what it allows, until when, and its end. */
export function JoinLinkCard({ link, mapTitle, onRevoke }: Props) {
  const t = useTranslations('workspace.share');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [asking, setAsking] = useState(false);
  const [big, setBig] = useState(false);
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
    <li className="rounded-xl border border-line p-4">
      <div className="flex flex-col gap-4 sm:flex-row">
        <button
          type="button"
          onClick={() => setBig(true)}
          aria-label={t('enlarge')}
          className="group relative mx-auto block size-36 shrink-0 overflow-hidden rounded-lg border border-line sm:mx-0"
        >
          <QrCode text={link.url} label={t('qrLabel')} className="block size-full" />
          <span className="absolute right-1 bottom-1 rounded-md bg-white/90 p-1 text-black" aria-hidden="true">
            <Maximize2 size={14} />
          </span>
        </button>
        <div className="min-w-0 flex-1 space-y-3">
          <div className="flex flex-wrap items-center gap-2">
            <Badge tone="strong">{t(`may.${link.role}`)}</Badge>
            {link.label ? <span className="truncate font-semibold">{link.label}</span> : null}
          </div>
          <p className="text-ink-soft text-sm">
            {link.expiresAt ? t.rich('until', { time: () => <DateTime iso={link.expiresAt ?? ''} /> }) : t('untilRevoked')}
            {' · '}
            {t('guests', { count: link.guestCount })}
          </p>
          <div className="flex gap-2">
            <input
              readOnly
              value={link.url}
              aria-label={t('address')}
              onFocus={(event) => event.target.select()}
              className={`${controlClass} h-9 min-w-0 flex-1 text-sm pointer-coarse:h-11`}
            />
            <CopyButton text={link.url} variant="primary" />
          </div>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="ghost" icon={<Maximize2 size={14} aria-hidden="true" />} onClick={() => setBig(true)}>
              {t('enlarge')}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              className="text-danger!"
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() => setAsking(true)}
            >
              {t('revoke')}
            </Button>
          </div>
        </div>
      </div>
      <BigQrCode open={big} onOpenChange={setBig} url={link.url} mapTitle={mapTitle} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('revokeTitle')}
        description={t('revokeText', { count: link.guestCount })}
        confirmLabel={t('revoke')}
        danger
        busy={busy}
        onConfirm={revoke}
      />
    </li>
  );
}
