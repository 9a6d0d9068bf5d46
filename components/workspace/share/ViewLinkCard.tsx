'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { buttonClass } from '@/components/ui/buttonClass';
import { DateTime } from '@/components/ui/Time';
import { CopyLine } from './CopyLine';
import { RevokeLink } from './RevokeLink';
import { embedCode, type ViewLink } from './viewLink';

type Props = { link: ViewLink; mapTitle: string; onRevoke: () => Promise<void> };

/** One view link: its address, the code that embeds it, until when, and its end. */
export function ViewLinkCard({ link, mapTitle, onRevoke }: Props) {
  const share = useTranslations('workspace.share');
  const t = useTranslations('workspace.share.view');
  const code = link.embedUrl === null ? null : embedCode(link.embedUrl, mapTitle || share('untitled'));

  return (
    <li className="space-y-3 rounded-xl border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={link.hasPassword ? 'strong' : 'neutral'}>{t(link.hasPassword ? 'withPassword' : 'withoutPassword')}</Badge>
        {link.label ? <span className="truncate font-semibold">{link.label}</span> : null}
      </div>
      <p className="text-ink-soft text-sm">
        {link.expiresAt ? share.rich('until', { time: () => <DateTime iso={link.expiresAt ?? ''} /> }) : share('untilRevoked')}
      </p>
      <CopyLine name={share('address')} text={link.url} />
      {code ? (
        <>
          <p className="text-ink-soft text-sm">
            {link.embedSites.length > 0 ? t('embedSites', { sites: link.embedSites.join(', ') }) : t('embedOn')}
          </p>
          <CopyLine name={t('embed')} text={code} label={t('copyEmbed')} />
        </>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <a href={link.url} target="_blank" rel="noopener noreferrer" className={buttonClass({ size: 'sm', variant: 'ghost' })}>
          <ExternalLink size={14} aria-hidden="true" />
          {t('open')}
        </a>
        <RevokeLink consequence={t('revokeText')} onRevoke={onRevoke} />
      </div>
    </li>
  );
}
