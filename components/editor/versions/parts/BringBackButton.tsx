'use client';

import { ArchiveArrowUp } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Tooltip } from '@/components/ui/Tooltip';
import { formatShortcut, isApple } from '../../commands/shortcut';
import { bringBackKey, useBringBack, useIsOffered, useSelectedParts } from './useBringBack';

/** Brings back what is selected of the version that is shown, for whoever may; says so while nothing is that could be. */
export function BringBackButton() {
  const t = useTranslations('versions.parts');
  const locale = useLocale();
  const isOffered = useIsOffered();
  const parts = useSelectedParts();
  const ask = useBringBack();
  const isNothing = parts.length === 0;
  if (!isOffered) return null;
  const label = t('bringBack', { count: Math.max(1, parts.length) });
  return (
    <Tooltip
      label={isNothing ? t('selectFirst') : label}
      shortcut={isNothing ? undefined : formatShortcut(bringBackKey, isApple(navigator.platform), locale)}
    >
      <Button
        size="sm"
        icon={<ArchiveArrowUp size={14} aria-hidden="true" />}
        aria-disabled={isNothing || undefined}
        aria-description={isNothing ? t('selectFirst') : undefined}
        onClick={ask}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
