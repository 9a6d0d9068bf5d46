'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import type { CommandId } from '../commands/commandIds';
import { formatShortcut, isApple } from '../commands/shortcut';
import { shortcutOf } from '../commands/shortcutOf';

const groups = {
  write: ['edit', 'addCard', 'addCardAbove', 'addStepAfter', 'addStepBefore', 'addLaneBelow', 'addLaneAbove', 'toggleMoment'],
  move: ['goUp', 'goDown', 'goLeft', 'goRight', 'nextCell', 'previousCell', 'goHome', 'goEnd', 'goMapStart', 'goMapEnd'],
  arrange: ['moveUp', 'moveDown', 'moveLeft', 'moveRight', 'foldLane'],
  emotion: ['raiseEmotion', 'lowerEmotion', 'raiseEmotionFine', 'lowerEmotionFine', 'leaveEmotion'],
  select: ['selectAll', 'selectMap', 'duplicate', 'deleteSelection', 'clearSelection', 'undo', 'redo'],
  comments: ['comment', 'nextComment', 'previousComment'],
  view: ['zoomIn', 'zoomOut', 'zoomReset', 'fit'],
} as const satisfies Record<string, readonly CommandId[]>;

type Group = keyof typeof groups;
const groupNames = Object.keys(groups) as Group[];

/** The clipboard is the browser's own: its keys reach the canvas as events, not as commands. */
const clipboard = [
  { id: 'copy', shortcut: { key: 'c', mod: true } },
  { id: 'cut', shortcut: { key: 'x', mod: true } },
  { id: 'paste', shortcut: { key: 'v', mod: true } },
] as const;

/** All keyboard shortcuts, read from the commands themselves. */
export function ShortcutsDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('editor');
  const locale = useLocale();
  const apple = isApple(navigator.platform);
  return (
    <Dialog open onOpenChange={onOpenChange} size="lg" title={t('shortcuts.title')} description={t('shortcuts.text')}>
      <div className="gap-8 sm:columns-2">
        {groupNames.map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-semibold text-sm">{t(`shortcuts.group.${group}`)}</h3>
            <dl>
              {groups[group].map((id) => {
                const keys = shortcutOf(id, apple, locale);
                return keys ? <Line key={id} name={t(`commands.${id}`)} keys={keys} /> : null;
              })}
              {group === 'select'
                ? clipboard.map(({ id, shortcut }) => (
                    <Line key={id} name={t(`commands.${id}`)} keys={formatShortcut(shortcut, apple, locale)} />
                  ))
                : null}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ name, keys }: { name: string; keys: string }) {
  return (
    <div className="flex items-center gap-4 border-line border-b py-1.5 text-sm last:border-b-0">
      <dt className="min-w-0 flex-1">{name}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </div>
  );
}
