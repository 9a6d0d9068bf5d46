'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Badge } from '@/components/ui/Badge';
import { useEditor } from '../session/EditorContext';

/** How far a future state is from its baseline, and that the current state has gone on; press it to see everything about it. */
export function FutureBadge({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('future');
  const { future } = useEditor();
  const origin = useStore(future, (state) => state.facts?.origin);
  const counts = useStore(future, (state) => state.counts);
  if (!origin || !counts) return null;
  const { differences, open } = counts;
  const isWaiting = open !== null && open > 0;
  const short = t('badge', { count: differences });
  const said = isWaiting ? `${short} · ${t('openShort', { count: open })}` : short;
  const long = t('badgeLong', { count: differences });
  return (
    <button
      type="button"
      aria-label={`${said}: ${isWaiting ? `${long} ${t('openLong', { count: open })}` : long}`}
      onClick={onShowAll}
      className="rounded-full"
    >
      <Badge tone={isWaiting ? 'warning' : 'neutral'}>{said}</Badge>
    </button>
  );
}
