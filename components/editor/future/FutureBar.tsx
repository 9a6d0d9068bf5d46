'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { useMapPart } from '../session/EditorContext';
import { FutureBadge } from './FutureBadge';

/** On screens whose top bar has no room for it: that the map is a future state, how far from its baseline, and what waits. */
export function FutureBar({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('future');
  const kinds = useTranslations('canvas.mapKind');
  const isFuture = useMapPart(({ meta }) => meta.kind) === 'future';
  if (!isFuture) return null;
  return (
    <section
      aria-label={t('title')}
      className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b bg-paper px-3 py-1.5 xl:hidden"
    >
      <span className="lg:hidden">
        <Badge tone="strong">{kinds('future')}</Badge>
      </span>
      <FutureBadge onShowAll={onShowAll} />
    </section>
  );
}
