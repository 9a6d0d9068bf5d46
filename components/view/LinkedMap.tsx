'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { LinkPassword } from './LinkPassword';
import { MapReader } from './MapReader';
import { useShownMap } from './useShownMap';

type Props = {
  token: string;
  /** In a frame of another site. */
  embedded: boolean;
  /** Empty where there is a password, or no title. */
  title: string;
  hasPassword: boolean;
};

/** What somebody sees who opens a view link. */
export function LinkedMap({ token, embedded, title, hasPassword }: Props) {
  const t = useTranslations('view');
  const { shown, proof, open, retry } = useShownMap(token, hasPassword);
  if (shown.state === 'map') {
    return <MapReader token={token} proof={proof} embedded={embedded} map={shown.map} staleSince={shown.staleSince} />;
  }
  return (
    <main className="mx-auto min-h-dvh max-w-md px-4 py-6 sm:px-6">
      {shown.state === 'password' ? <LinkPassword onOpen={open} /> : null}
      {shown.state === 'over' ? <EntryCard title={t('overTitle')} lead={shown.sentence} /> : null}
      {shown.state === 'loading' ? (
        <>
          <h1 className="sr-only">{title || t('untitled')}</h1>
          <p role="status" className="flex items-center justify-center gap-3 py-24 text-ink-soft">
            <Spinner /> {t('loading')}
          </p>
        </>
      ) : null}
      {shown.state === 'failed' ? (
        <>
          <h1 className="sr-only">{title || t('untitled')}</h1>
          <Banner
            tone="danger"
            urgent
            action={
              <Button size="sm" onClick={() => void retry()}>
                {t('retry')}
              </Button>
            }
          >
            {t('failed')}
          </Banner>
        </>
      ) : null}
    </main>
  );
}
