'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { Lane } from '@/lib/map/lane';
import { showLanes } from '../commands/hideLane';
import { useEditor } from '../session/EditorContext';

type Props = {
  lanes: readonly Lane[];
  /** Called before a lane is shown, so that what this stands in can close and give the focus back first. */
  onShown?: () => void;
};

/** The lanes that are hidden for everybody, each to be shown again; for readers only their names. */
export function HiddenLaneList({ lanes, onShown }: Props) {
  const t = useTranslations('editor.lanes');
  const kinds = useTranslations('canvas.laneKind');
  const { canWrite, navigation } = useEditor();
  const show = (ids: readonly string[]): void => {
    onShown?.();
    // What closes takes the focus with it in its own time; the lane takes it after that.
    setTimeout(() => setTimeout(() => navigation.perform((context) => showLanes(context, ids))));
  };
  return (
    <div className="space-y-2">
      <p className="text-ink-soft text-sm">{t('hiddenHint')}</p>
      <ul className="space-y-1">
        {lanes.map((lane) => {
          const name = lane.title.trim() || kinds(lane.kind);
          return (
            <li key={lane.id} className="flex min-h-9 items-center gap-2">
              <span className="wrap-anywhere min-w-0 flex-1 font-medium text-sm">{name}</span>
              {canWrite ? (
                <Button
                  size="sm"
                  icon={<Eye size={14} aria-hidden="true" />}
                  aria-label={t('showNamed', { name })}
                  onClick={() => show([lane.id])}
                >
                  {t('show')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {canWrite && lanes.length > 1 ? (
        <Button size="sm" variant="ghost" onClick={() => show(lanes.map(({ id }) => id))}>
          {t('showAll')}
        </Button>
      ) : null}
    </div>
  );
}
