'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/CopyButton';
import { controlClass } from '@/components/ui/Field';

/** A token that was made just now, to copy, with a first request to try it. */
export function MadeToken({ token, server }: { token: string; server: string }) {
  const t = useTranslations('tokens');
  const field = useRef<HTMLInputElement>(null);
  // The form that had the focus is gone.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          value={token}
          aria-label={t('token')}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.target.select()}
          className={`${controlClass} h-9 min-w-0 flex-1 basis-56 font-mono text-sm pointer-coarse:h-11`}
        />
        <CopyButton text={token} variant="primary" />
      </div>
      <div>
        <p className="mb-1.5 font-semibold text-sm">{t('tryIt')}</p>
        <pre className="whitespace-pre-wrap break-all rounded-lg bg-surface-sunken p-3 font-mono text-sm inset-ring inset-ring-line">
          {`export WEGMARKE_TOKEN=wgm_…\ncurl -H "Authorization: Bearer $WEGMARKE_TOKEN" \\\n  ${server}/api/v1/maps`}
        </pre>
      </div>
    </div>
  );
}
