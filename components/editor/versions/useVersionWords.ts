import { useTranslations } from 'use-intl';
import { useDateText } from '@/components/ui/Time';
import type { Version } from './versionRequests';

/** How versions are spoken of. */
export function useVersionWords() {
  const t = useTranslations('versions');
  const dateText = useDateText();
  return {
    /** “Version 3: Agreed”. */
    titleOf: ({ number, name }: Pick<Version, 'number' | 'name'>): string =>
      t('title', { number, name, hasName: name === '' ? 'no' : 'yes' }),
    /** When it was kept, with date and time. */
    timeOf: ({ at }: Pick<Version, 'at'>): string => dateText(new Date(at), { dateStyle: 'long', timeStyle: 'short' }),
    /** Who kept it; null where nobody did. */
    authorOf: ({ by }: Pick<Version, 'by'>): string | null => by && (by.name ?? t('somebody')),
  };
}
