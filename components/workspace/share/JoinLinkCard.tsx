'use client';

import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { DateTime } from '@/components/ui/Time';
import { BigQrCode } from './BigQrCode';
import { CopyLine } from './CopyLine';
import type { JoinLink } from './joinLink';
import { QrCode } from './QrCode';
import { RevokeLink } from './RevokeLink';

type Props = { link: JoinLink; mapTitle: string; onRevoke: () => Promise<void> };

/** One join link: its address to copy and to scan, what it allows, until when, and its end. */
export function JoinLinkCard({ link, mapTitle, onRevoke }: Props) {
  const t = useTranslations('workspace.share');
  const [big, setBig] = useState(false);

  return (
    <li className="rounded-xl border border-line p-4">
      <div className="flex flex-col gap-4 sm:flex-row">
        <button
          type="button"
          onClick={() => setBig(true)}
          aria-label={t('enlarge')}
          className="mx-auto block size-36 shrink-0 overflow-hidden rounded-lg border border-line sm:mx-0"
        >
          <QrCode text={link.url} label={t('qrLabel')} className="block size-full" />
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
          <CopyLine name={t('address')} text={link.url} />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="ghost" icon={<Maximize2 size={14} aria-hidden="true" />} onClick={() => setBig(true)}>
              {t('enlarge')}
            </Button>
            <RevokeLink consequence={t('revokeText', { count: link.guestCount })} onRevoke={onRevoke} />
          </div>
        </div>
      </div>
      <BigQrCode open={big} onOpenChange={setBig} url={link.url} mapTitle={mapTitle} />
    </li>
  );
}
