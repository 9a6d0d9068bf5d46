'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useRoundOf } from './useRoundOf';

/** Says in a list or a table that the others are not shown a card yet. */
export function OnlyYouSee({ cardId }: { cardId: string }) {
  const t = useTranslations('workshop.silent');
  const { mine } = useRoundOf(cardId);
  if (!mine) return null;
  return (
    <span className="flex items-center gap-1.5 text-ink-soft text-xs">
      <EyeOff size={13} aria-hidden="true" className="shrink-0" />
      {t('onlyYou')}
    </span>
  );
}
