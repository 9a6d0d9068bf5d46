'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { DateTime, RelativeTime } from '@/components/ui/Time';
import { colourIndexOf } from '@/lib/document/presence';
import type { ActivityGroup } from '@/lib/map/history/groupActivity';
import { PresenceAvatar } from '../presence/PresenceAvatar';
import { ActivityLineItem } from './ActivityLineItem';

/** Lines of one group that are shown at once. */
const mostLines = 6;

type Props = { group: ActivityGroup; name: string; onTakeBack: (() => void) | null; onShow: () => void };

/** What somebody did in one go. */
export function ActivityGroupItem({ group, name, onTakeBack, onShow }: Props) {
  const t = useTranslations('history');
  return (
    <>
      <div className="flex items-center gap-3">
        <PresenceAvatar user={{ name, colour: colourIndexOf(group.actorId) }} />
        <h4 className="min-w-0 flex-1">
          <span className="wrap-anywhere font-semibold">{name}</span>
          <span className="block text-ink-soft text-xs">
            <GroupTime group={group} />
          </span>
        </h4>
        {onTakeBack ? <IconButton label={t('takeBackOf', { name })} icon={<Undo2 size={16} />} onClick={onTakeBack} /> : null}
      </div>
      <Lines group={group} onShow={onShow} />
    </>
  );
}

function GroupTime({ group }: { group: ActivityGroup }) {
  const to = new Date(group.to).toISOString();
  return Date.now() - group.to < 86_400_000 ? <RelativeTime iso={to} /> : <DateTime iso={to} />;
}

function Lines({ group, onShow }: { group: ActivityGroup; onShow: () => void }) {
  const t = useTranslations('history');
  const [all, setAll] = useState(false);
  const lines = all ? group.lines : group.lines.slice(0, mostLines);
  return (
    <>
      <ul className="mt-1 ml-10">
        {lines.map((line) => (
          <ActivityLineItem key={`${line.record} ${line.recordId}`} line={line} onShow={onShow} />
        ))}
      </ul>
      {group.lines.length > lines.length ? (
        <Button size="sm" variant="ghost" className="ml-8" onClick={() => setAll(true)}>
          {t('moreLines', { count: group.lines.length - lines.length })}
        </Button>
      ) : null}
    </>
  );
}
