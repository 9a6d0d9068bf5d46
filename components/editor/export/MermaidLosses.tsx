'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { listMermaidLosses } from '@/lib/map/mermaid/mermaidLosses';
import { useArrangedMap } from '../session/EditorContext';

/** What the map would lose as a Mermaid journey, as it stands now. */
export function MermaidLosses() {
  const t = useTranslations('export');
  const losses = listMermaidLosses(useArrangedMap());
  if (losses.length === 0) return <Banner tone="success">{t('lossesNone')}</Banner>;
  return (
    <Banner tone="warning" title={t('lossesTitle')}>
      <ul className="mt-1 list-disc gap-x-8 space-y-0.5 pl-4 sm:columns-2">
        {losses.map(({ kind, count }) => (
          <li key={kind} className="break-inside-avoid">
            {t(`mermaidLoss.${kind}`, { count })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
