'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { SecretField } from '@/components/ui/SecretField';

/** A secret that was made just now, to copy: nobody is shown it again. */
export function MadeSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('evidencePages.webhook');
  return (
    <div className="space-y-3 rounded-xl border border-line-strong bg-surface p-5">
      <p role="status" className="font-semibold">
        {t('secret')}
      </p>
      <p className="text-pretty text-ink-soft text-sm">{t('secretHint')}</p>
      <SecretField value={secret} label={t('secret')} copyLabel={t('copySecret')}>
        <Button onClick={onDone}>{t('secretDone')}</Button>
      </SecretField>
    </div>
  );
}
