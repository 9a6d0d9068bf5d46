'use client';

import { Clock, Ellipsis, Eye, Flag, GitCompareArrows, RotateCcw, Route, Stamp, Trash2, Undo2, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { DateTime } from '@/components/ui/Time';
import type { VersionKind } from '@/lib/versions/versionKind';
import { useVersionWords } from './useVersionWords';
import { VersionMark } from './VersionMark';
import type { Version } from './versionRequests';

const icons = { manual: Flag, beforeRestore: RotateCcw, workshop: Users, automatic: Clock } satisfies Record<
  VersionKind,
  unknown
>;

/** What can be done with it; null for whoever may not. */
type Props = {
  version: Version;
  isShown: boolean;
  onShow: () => void;
  /** Compares it with the live map, or with what is chosen then. */
  onCompare: (other: 'live' | 'choose') => void;
  onRestore: (() => void) | null;
  onUndoRestore: (() => void) | null;
  onPutUp: (() => void) | null;
  onFuture: (() => void) | null;
  onDelete: (() => void) | null;
};

/** A version on the timeline: what kind it is, by icon and text, who kept it, a button that shows it, and a menu. */
export function VersionItem({
  version,
  isShown,
  onShow,
  onCompare,
  onRestore,
  onUndoRestore,
  onPutUp,
  onFuture,
  onDelete,
}: Props) {
  const t = useTranslations('versions');
  const signOff = useTranslations('signOff');
  const future = useTranslations('future');
  const comparing = useTranslations('comparing');
  const { titleOf, authorOf } = useVersionWords();
  const Icon = icons[version.kind];
  const author = authorOf(version);
  const title = titleOf(version);
  const restoredAfter = ({ parts, isUndone, isPending, ...restored }: NonNullable<Version['restore']>): string => {
    const of = { title: titleOf(restored) };
    if (isPending) return t('restoreBegun', of);
    if (typeof parts !== 'number') return t(isUndone ? 'restoredAndUndone' : 'restoredAfter', of);
    return t(isUndone ? 'partsRestoredAndUndone' : 'partsRestoredAfter', { ...of, count: parts });
  };
  return (
    <div className="relative flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-line bg-surface py-2 pr-3 pl-10">
      <Icon size={18} aria-hidden="true" className="absolute top-3 left-3 text-accent" />
      <div className="min-w-0 flex-1 basis-56">
        <h4 className="wrap-anywhere font-semibold">{title}</h4>
        <p className="text-ink-soft text-xs">
          {t(`kind.${version.kind}`)}
          {author === null ? '' : `, ${author}`}, <DateTime iso={version.at} />
        </p>
        {version.note === '' ? null : <p className="mt-1 whitespace-pre-wrap wrap-anywhere text-sm">{version.note}</p>}
        <p className="mt-0.5 text-ink-soft text-xs">{t('holds', { steps: version.stepCount, cards: version.cardCount })}</p>
        {version.restore ? <p className="mt-1 wrap-anywhere text-sm">{restoredAfter(version.restore)}</p> : null}
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
        {version.signOff ? <VersionMark signOff={version.signOff} /> : null}
        <Menu align="end" trigger={<IconButton label={t('moreOf', { title })} icon={<Ellipsis size={16} />} />}>
          <MenuItem icon={<GitCompareArrows />} onSelect={() => onCompare('live')}>
            {comparing('openNow')}
          </MenuItem>
          <MenuItem icon={<GitCompareArrows />} onSelect={() => onCompare('choose')}>
            {comparing('openTwo')}
          </MenuItem>
          {onRestore ? (
            <MenuItem icon={<RotateCcw />} onSelect={onRestore}>
              {t('restoreThis')}
            </MenuItem>
          ) : null}
          {onPutUp ? (
            <MenuItem icon={<Stamp />} onSelect={onPutUp}>
              {signOff('putUpThis')}
            </MenuItem>
          ) : null}
          {onFuture ? (
            <MenuItem icon={<Route />} onSelect={onFuture}>
              {future('makeFromThis')}
            </MenuItem>
          ) : null}
          {onDelete ? (
            <MenuItem icon={<Trash2 />} onSelect={onDelete}>
              {t('deleteThis')}
            </MenuItem>
          ) : null}
        </Menu>
        {onUndoRestore && version.restore && !version.restore.isUndone && !version.restore.isPending ? (
          <Button size="sm" icon={<Undo2 size={14} aria-hidden="true" />} onClick={onUndoRestore}>
            {t('undoRestore')}
          </Button>
        ) : null}
        {isShown ? (
          <Badge>{t('shown')}</Badge>
        ) : (
          <Button size="sm" icon={<Eye size={14} aria-hidden="true" />} aria-label={t('showOne', { title })} onClick={onShow}>
            {t('show')}
          </Button>
        )}
      </div>
    </div>
  );
}
