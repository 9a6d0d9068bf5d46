'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { useClock } from '@/components/ui/clock';
import { DateTime, RelativeTime } from '@/components/ui/Time';
import { type AccessToken, tokenState } from './accessToken';

type Props = { token: AccessToken; busy: boolean; onRevoke: () => void };

/** One token: what it is called and may do, how it is recognised, when it was used, when it ends. */
export function AccessTokenLine({ token, busy, onRevoke }: Props) {
  const t = useTranslations('tokens');
  const format = useFormatter();
  const now = useClock();
  const { name, scope, hint, createdAt, lastUsedAt, expiresAt } = token;
  const state = tokenState(token, now);
  const isOver = state === 'over';
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 break-words font-semibold">{name}</span>
        <Badge tone={scope === 'write' ? 'strong' : 'neutral'}>{t(`scopes.${scope}`)}</Badge>
        {isOver ? <Badge tone="danger">{t('over')}</Badge> : null}
        {state === 'endsSoon' && expiresAt ? (
          <Badge tone="warning">{t('endsSoon', { when: format.relativeTime(new Date(expiresAt), now) })}</Badge>
        ) : null}
      </p>
      <Button size="sm" aria-label={t(isOver ? 'removeNamed' : 'revokeNamed', { name })} busy={busy} onClick={onRevoke}>
        {t(isOver ? 'remove' : 'revoke')}
      </Button>
      {/* Each fact stays in one piece; where two do not fit side by side, the second begins a line. */}
      <p className="col-span-2 flex flex-wrap gap-x-4 text-ink-faint text-sm *:whitespace-nowrap">
        <code className="font-mono">wgm_…{hint}</code>
        <span>{lastUsedAt ? t.rich('lastUsed', { time: () => <RelativeTime iso={lastUsedAt} /> }) : t('neverUsed')}</span>
      </p>
      <p className="col-span-2 -mt-1 flex flex-wrap gap-x-4 text-ink-faint text-sm *:whitespace-nowrap">
        <span>{t.rich('made', { time: () => <DateTime iso={createdAt} dateOnly /> })}</span>
        <span>
          {expiresAt === null
            ? t('endless')
            : t.rich(isOver ? 'validUntilPast' : 'validUntil', { time: () => <DateTime iso={expiresAt} dateOnly /> })}
        </span>
      </p>
    </li>
  );
}
