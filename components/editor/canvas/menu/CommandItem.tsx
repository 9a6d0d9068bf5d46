'use client';

import { useLocale, useTranslations } from 'use-intl';
import { ContextMenuItem } from '@/components/ui/ContextMenu';
import type { CommandId } from '../../commands/commandIds';
import { isApple } from '../../commands/shortcut';
import { shortcutOf } from '../../commands/shortcutOf';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';

type Props = {
  id: CommandId;
  danger?: boolean;
  /** In place of the command's own name, where more is known about what it will do. */
  label?: string;
  /** A rule that is good to know beforehand. */
  hint?: string;
};

/** A command as a line of a menu, with its key; dimmed when it makes no sense now. */
export function CommandItem({ id, danger = false, label, hint }: Props) {
  const t = useTranslations('editor.commands');
  const locale = useLocale();
  const canvas = useCanvas();
  return (
    <ContextMenuItem
      disabled={!canvas.commands.can(id)}
      danger={danger}
      hint={hint}
      shortcut={shortcutOf(id, isApple(navigator.platform), locale)}
      onSelect={() => afterMenu(canvas, () => canvas.commands.run(id))}
    >
      {label ?? t(id)}
    </ContextMenuItem>
  );
}
