'use client';

import { useTranslations } from 'use-intl';
import { DateTime } from '@/components/ui/Time';
import { useEvidenceRefresh } from '../useEvidenceRefresh';

type Props = { workspaceId: string; erasures: readonly { at: string; name: string | null }[] };

/** When persons were erased, and by whom. Who they were is what nobody is to know any more. */
export function ErasureList({ workspaceId, erasures }: Props) {
  const t = useTranslations('evidencePages.privacy');
  useEvidenceRefresh(workspaceId);
  if (erasures.length === 0) return <p className="text-ink-soft">{t('noErasures')}</p>;
  return (
    <ul className="divide-y divide-line border-line border-y" aria-label={t('erasures')}>
      {erasures.map(({ at, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be of the same moment, and nothing else tells them apart
        <li key={`${at} ${index}`} className="py-2.5">
          {t.rich('erasure', { name: name ?? t('somebody'), time: () => <DateTime iso={at} /> })}
        </li>
      ))}
    </ul>
  );
}
