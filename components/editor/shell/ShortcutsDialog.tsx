'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import type { CommandId } from '../commands/commandIds';
import { formatShortcut, isApple } from '../commands/shortcut';
import { shortcutOf } from '../commands/shortcutOf';
import { differenceKeys } from '../compare/useDifferenceSteps';
import { findingKeys } from '../finding/useFindingKeys';
import { bringBackKey } from '../versions/parts/useBringBack';
import { workshopKey } from '../workshop/useWorkshopKeys';

const groups = {
  write: [
    'edit',
    'addCard',
    'addCardAbove',
    'addFile',
    'nextCardKind',
    'showPicture',
    'addStepAfter',
    'addStepBefore',
    'addLaneBelow',
    'addLaneAbove',
    'toggleMoment',
    'connectStep',
  ],
  move: ['goUp', 'goDown', 'goLeft', 'goRight', 'nextCell', 'previousCell', 'goHome', 'goEnd', 'goMapStart', 'goMapEnd'],
  arrange: [
    'moveUp',
    'moveDown',
    'moveLeft',
    'moveRight',
    'merge',
    'splitStep',
    'splitStage',
    'foldLane',
    'hideLane',
    'laneTaller',
    'laneLower',
  ],
  emotion: ['raiseEmotion', 'lowerEmotion', 'raiseEmotionFine', 'lowerEmotionFine', 'leaveEmotion', 'nextPersona'],
  select: [
    'selectAll',
    'extendRight',
    'extendLeft',
    'extendUp',
    'extendDown',
    'selectAround',
    'selectMap',
    'duplicate',
    'deleteSelection',
    'clearSelection',
    'undo',
    'redo',
  ],
  look: ['showWays', 'endWay', 'nextMoment', 'previousMoment', 'toggleEvidenceView'],
  comments: ['comment', 'nextComment', 'previousComment'],
  workshop: ['vote', 'takeVote'],
  view: ['lookHere', 'zoomIn', 'zoomOut', 'zoomReset', 'fit'],
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
  const finding = useTranslations('finding');
  const workshop = useTranslations('workshop.panel');
  const filter = useTranslations('filter');
  const present = useTranslations('present');
  const versions = useTranslations('versions');
  const comparing = useTranslations('comparing');
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
              {group === 'view' ? (
                <>
                  <Line name={finding('search.open')} keys={formatShortcut(findingKeys.search, apple, locale)} />
                  <Line name={filter('open')} keys={formatShortcut(findingKeys.filter, apple, locale)} />
                  <Line name={finding('palette.open')} keys={formatShortcut(findingKeys.palette, apple, locale)} />
                  <Line name={workshop('title')} keys={formatShortcut(workshopKey, apple, locale)} />
                  <Line name={present('present')} keys={formatShortcut(findingKeys.present, apple, locale)} />
                  <Line name={versions('saveAs')} keys={formatShortcut(findingKeys.saveVersion, apple, locale)} />
                  <Line name={versions('parts.bringBack', { count: 1 })} keys={formatShortcut(bringBackKey, apple, locale)} />
                  <Line name={comparing('next')} keys={formatShortcut(differenceKeys.next, apple, locale)} />
                  <Line name={comparing('previous')} keys={formatShortcut(differenceKeys.previous, apple, locale)} />
                </>
              ) : null}
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
