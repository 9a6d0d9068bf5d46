'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuItem } from '@/components/ui/ContextMenu';
import { canCopy } from '../../commands/copySelection';
import { formatShortcut, isApple } from '../../commands/shortcut';
import { useCanvas } from '../CanvasContext';
import { afterMenu } from './afterMenu';
import { selectionLock } from './selectionLock';

/** Copy, cut and paste. They go through the browser's own events, as the keys do; pasting by menu needs its permission. */
export function ClipboardItems() {
  const t = useTranslations('editor.commands');
  const canvas = useCanvas();
  const context = canvas.context();
  const some = canCopy(context);
  const apple = isApple(navigator.platform);
  const keys = (key: string): string => formatShortcut({ key, mod: true }, apple);
  const perform = (action: 'copy' | 'cut'): void =>
    afterMenu(canvas, () => {
      canvas.context().focusCanvas();
      document.execCommand(action);
    });
  return (
    <>
      <ContextMenuItem
        disabled={!some || !context.canWrite || selectionLock(context) !== null}
        shortcut={keys('x')}
        onSelect={() => perform('cut')}
      >
        {t('cut')}
      </ContextMenuItem>
      <ContextMenuItem disabled={!some} shortcut={keys('c')} onSelect={() => perform('copy')}>
        {t('copy')}
      </ContextMenuItem>
      <ContextMenuItem
        disabled={!context.canWrite || !canvas.clipboard.canRead()}
        shortcut={keys('v')}
        onSelect={() => afterMenu(canvas, () => void canvas.clipboard.paste())}
      >
        {t('paste')}
      </ContextMenuItem>
    </>
  );
}
