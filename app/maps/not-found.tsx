import { MapPinX } from 'lucide-react';
import { pagePreferences } from '@/app/_shell/preferences';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { translatorOf } from '@/lib/i18n/translator';

/** No such map, or none that this person may see: from outside the two look the same. */
export default async function MapNotFound() {
  const { locale } = await pagePreferences();
  const t = translatorOf(locale, 'editor');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        headingLevel={1}
        picture={<MapPinX size={40} className="text-ink-faint" />}
        title={t('notFound.title')}
        action={
          <a href="/" className={buttonClass({ variant: 'primary' })}>
            {t('notFound.button')}
          </a>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
}
