'use client';

import { useTranslations } from 'use-intl';
import { SecretField } from '@/components/ui/SecretField';

/** A token that was made just now, to copy, with a first request to try it. */
export function MadeToken({ token, server }: { token: string; server: string }) {
  const t = useTranslations('tokens');
  return (
    <div className="space-y-5">
      <SecretField value={token} label={t('token')} />
      <div>
        <p className="mb-1.5 font-semibold text-sm">{t('tryIt')}</p>
        <pre className="whitespace-pre-wrap break-all rounded-lg bg-surface-sunken p-3 font-mono text-sm inset-ring inset-ring-line">
          {`export WEGMARKE_TOKEN=wgm_…\ncurl -H "Authorization: Bearer $WEGMARKE_TOKEN" \\\n  ${server}/api/v1/maps`}
        </pre>
      </div>
    </div>
  );
}
