'use client';

import { RefreshCw, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Spinner } from '@/components/ui/Spinner';
import { DateTime, RelativeTime } from '@/components/ui/Time';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { colourIndexOf } from '@/lib/document/presence';
import { type ActivityGroup, groupActivity } from '@/lib/map/history/groupActivity';
import { PresenceAvatar } from '../presence/PresenceAvatar';
import { useEditor } from '../session/EditorContext';
import { ActivityLineItem } from './ActivityLineItem';
import { TakeBackDialog } from './TakeBackDialog';
import { useActivity } from './useActivity';

/** Lines of one group that are shown at once. */
const mostLines = 6;

/** Who did what, what one did in one go together, newest first. */
export function ActivityList({ mayTakeBack, onShow }: { mayTakeBack: boolean; onShow: () => void }) {
  const t = useTranslations('history');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const { session, canWrite } = useEditor();
  const { entries, names, hasMore, loading, problem, reload, loadMore } = useActivity(session.mapId);
  const [takingBack, setTakingBack] = useState<string | null>(null);
  const groups = useMemo(
    () => groupActivity((entries ?? []).map((entry) => ({ ...entry, at: Date.parse(entry.at) }))),
    [entries],
  );
  const nameOf = (actorId: string): string => names[actorId] ?? t(actorId === 'system' ? 'system' : 'somebody');

  return (
    <>
      {problem ? (
        <Banner
          tone="danger"
          urgent
          action={
            <Button size="sm" onClick={reload}>
              {common('retry')}
            </Button>
          }
        >
          {sentenceOf(problem)}
        </Banner>
      ) : null}
      {!entries && !problem ? (
        <div role="status" className="flex items-center gap-3 py-8 text-ink-soft">
          <Spinner /> {common('loading')}
        </div>
      ) : null}
      {entries?.length === 0 ? <p className="py-8 text-center text-ink-soft">{t('nothingDone')}</p> : null}
      <ol className="space-y-6">
        {groups.map((group, index) => (
          <li key={group.key}>
            <div className="flex items-center gap-3">
              <PresenceAvatar user={{ name: nameOf(group.actorId), colour: colourIndexOf(group.actorId) }} />
              <h3 className="min-w-0 flex-1">
                <span className="wrap-anywhere font-semibold">{nameOf(group.actorId)}</span>
                <span className="block text-ink-soft text-xs">
                  <GroupTime group={group} />
                </span>
              </h3>
              {index === 0 ? (
                <IconButton label={t('refresh')} icon={<RefreshCw size={16} />} busy={loading} onClick={reload} />
              ) : null}
              {mayTakeBack && canWrite && group.actorId !== 'system' ? (
                <IconButton
                  label={t('takeBackOf', { name: nameOf(group.actorId) })}
                  icon={<Undo2 size={16} />}
                  onClick={() => setTakingBack(group.actorId)}
                />
              ) : null}
            </div>
            <Lines group={group} onShow={onShow} />
          </li>
        ))}
      </ol>
      {hasMore ? (
        <Button className="mt-6" busy={loading} onClick={loadMore}>
          {t('older')}
        </Button>
      ) : null}
      {takingBack === null ? null : (
        <TakeBackDialog
          actorId={takingBack}
          name={nameOf(takingBack)}
          onOpenChange={(open) => {
            if (!open) setTakingBack(null);
          }}
          // The map shows what has changed, and the way to undo it.
          onDone={onShow}
        />
      )}
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
