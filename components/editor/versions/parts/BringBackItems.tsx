'use client';

import { ArchiveArrowUp } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { ContextMenuItem, ContextMenuSeparator } from '@/components/ui/ContextMenu';
import { formatShortcut, isApple } from '../../commands/shortcut';
import { bringBackKey, useBringBack, useIsOffered, useSelectedParts } from './useBringBack';

/** The line of a menu for it; nothing where no version is at hand, or for whoever may not. `after`: does something once the menu is gone. */
export function BringBackItems({ after }: { after: (act: () => void) => void }) {
  const t = useTranslations('versions.parts');
  const locale = useLocale();
  const isOffered = useIsOffered();
  const parts = useSelectedParts();
  const ask = useBringBack();
  if (!isOffered) return null;
  return (
    <>
      <ContextMenuItem
        icon={<ArchiveArrowUp />}
        disabled={parts.length === 0}
        shortcut={formatShortcut(bringBackKey, isApple(navigator.platform), locale)}
        onSelect={() => after(ask)}
      >
        {t('bringBack', { count: Math.max(1, parts.length) })}
      </ContextMenuItem>
      <ContextMenuSeparator />
    </>
  );
}
