'use client';

import { useLocale, useTranslations } from 'use-intl';
import { ContextMenuItem } from '@/components/ui/ContextMenu';
import type { CommandId } from '../../commands/commandIds';
import { isApple } from '../../commands/shortcut';
import { shortcutOf } from '../../commands/shortcutOf';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';

/** A command as a line of a menu, with its key; dimmed when it makes no sense now. */
export function CommandItem({ id, danger = false }: { id: CommandId; danger?: boolean }) {
  const t = useTranslations('editor.commands');
  const locale = useLocale();
  const canvas = useCanvas();
  return (
    <ContextMenuItem
      disabled={!canvas.commands.can(id)}
      danger={danger}
      shortcut={shortcutOf(id, isApple(navigator.platform), locale)}
      onSelect={() => afterMenu(canvas, () => canvas.commands.run(id))}
    >
      {t(id)}
    </ContextMenuItem>
  );
}
