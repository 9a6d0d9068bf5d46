'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { EntryCard } from '@/components/workspace/entry/EntryCard';

type Props = { error: unknown; retry: () => void };

/** A page that failed to render. The server has logged the error under the digest that is shown here. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations('workspace.states');
  const common = useTranslations('common');
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : null;
  return (
    <main className="mx-auto max-w-md px-4 py-16">
      <EntryCard title={t('errorTitle')} lead={t('errorText')}>
        {digest ? <p className="mb-6 text-ink-faint text-sm">{t('errorDigest', { digest })}</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" size="lg" onClick={retry}>
            {common('retry')}
          </Button>
          <Link href="/" className={buttonClass({ size: 'lg' })}>
            {common('home')}
          </Link>
        </div>
      </EntryCard>
    </main>
  );
}
