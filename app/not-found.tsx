import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { translatorOf } from '@/lib/i18n/translator';
import { Page } from './_shell/Page';
import { pagePreferences } from './_shell/preferences';

export default async function NotFound() {
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'workspace');
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={t('states.notFoundTitle')} lead={t('states.notFoundText')}>
        <Link href="/" className={buttonClass({ variant: 'primary', size: 'lg' })}>
          {translatorOf(locale, 'common')('home')}
        </Link>
      </EntryCard>
    </Page>
  );
}
