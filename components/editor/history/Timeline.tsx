'use client';

import { Flag, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Spinner } from '@/components/ui/Spinner';
import { useDateText } from '@/components/ui/Time';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { CompareDialog } from '../compare/CompareDialog';
import { MakeFutureDialog } from '../future/MakeFutureDialog';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import type { MapPermissions } from '../shell/mapPermissions';
import { PutUpDialog } from '../signOff/PutUpDialog';
import { DeleteVersionDialog } from '../versions/DeleteVersionDialog';
import { RestoreVersionDialog } from '../versions/RestoreVersionDialog';
import { UndoRestoreDialog } from '../versions/UndoRestoreDialog';
import { VersionItem } from '../versions/VersionItem';
import type { Version } from '../versions/versionRequests';
import { ActivityGroupItem } from './ActivityGroupItem';
import { TakeBackDialog } from './TakeBackDialog';
import { useTimeline } from './useTimeline';

type About = 'restore' | 'undo' | 'putUp' | 'future' | 'delete' | 'compare';
type Props = { permissions: MapPermissions; onSaveVersion: () => void; onShow: () => void };

/** The versions of the map and who did what, on one line by days, newest first: what stands above a version has happened since. */
export function Timeline({ permissions, onSaveVersion, onShow }: Props) {
  const t = useTranslations('history');
  const said = useTranslations('versions');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const dateText = useDateText();
  const { canWrite, versions, compare } = useEditor();
  const isCurrent = useLiveMap().meta.kind === 'current';
  const mayPutUp = permissions.mayPutUpSignOff && isCurrent;
  const shown = useStore(versions, (state) => state.wanted);
  const { days, names, hasMore, loading, problem, reload, loadMore } = useTimeline(permissions);
  const [takingBack, setTakingBack] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ about: About; version: Version } | null>(null);
  const close = (): void => setAsking(null);
  const nameOf = (actorId: string): string => names[actorId] ?? t(actorId === 'system' ? 'system' : 'somebody');
  const show = (number: number): void => {
    versions.getState().want(number);
    onShow();
  };
  const compareWith = (other: 'live' | 'choose', version: Version): void => {
    if (other === 'choose') {
      setAsking({ about: 'compare', version });
      return;
    }
    compare.getState().start({ from: { mapId: null, state: version.number }, to: { mapId: null, state: other } });
    onShow();
  };
  const ask = (about: About, version: Version, may: boolean): (() => void) | null =>
    may ? () => setAsking({ about, version }) : null;

  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-end gap-2">
        {permissions.maySaveVersion && shown === null ? (
          <Button variant="primary" icon={<Flag size={16} aria-hidden="true" />} onClick={onSaveVersion}>
            {said('saveAs')}
          </Button>
        ) : null}
        <IconButton label={t('refresh')} icon={<RefreshCw size={16} />} busy={loading} onClick={reload} />
      </div>
      {problem ? (
        <Banner
          tone="danger"
          urgent
          title={days ? said('notCurrent') : undefined}
          action={
            <Button size="sm" onClick={reload}>
              {common('retry')}
            </Button>
          }
        >
          {sentenceOf(problem)}
        </Banner>
      ) : null}
      {!days && !problem ? (
        <div role="status" className="flex items-center gap-3 py-8 text-ink-soft">
          <Spinner /> {common('loading')}
        </div>
      ) : null}
      {days?.length === 0 ? (
        <p className="py-8 text-center text-ink-soft">{permissions.mayReadActivity ? t('nothingDone') : said('none')}</p>
      ) : null}
      {days?.map(({ day, at, items }) => (
        <section key={day} className="mt-6 first-of-type:mt-2">
          <h3 className="mb-3 border-line border-b pb-1 font-semibold text-ink-soft text-sm">
            {dateText(new Date(at), { dateStyle: 'full' })}
          </h3>
          <ol className="space-y-5">
            {items.map((item) => (
              <li key={item.kind === 'version' ? `v${item.version.number}` : item.group.key}>
                {item.kind === 'version' ? (
                  <VersionItem
                    version={item.version}
                    isShown={shown === item.version.number}
                    onShow={() => show(item.version.number)}
                    onCompare={(other) => compareWith(other, item.version)}
                    onRestore={ask('restore', item.version, permissions.mayRestoreVersion)}
                    onUndoRestore={ask('undo', item.version, permissions.mayRestoreVersion)}
                    onPutUp={ask('putUp', item.version, mayPutUp && item.version.signOff?.status !== 'signed')}
                    onFuture={ask('future', item.version, permissions.mayMakeFuture && isCurrent)}
                    onDelete={ask('delete', item.version, permissions.mayDeleteVersion)}
                  />
                ) : (
                  <ActivityGroupItem
                    group={item.group}
                    name={nameOf(item.group.actorId)}
                    onTakeBack={
                      permissions.mayTakeBack && canWrite && item.group.actorId !== 'system'
                        ? () => setTakingBack(item.group.actorId)
                        : null
                    }
                    onShow={onShow}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
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
      {asking?.about === 'restore' ? <RestoreVersionDialog version={asking.version} onDone={onShow} onClose={close} /> : null}
      {asking?.about === 'undo' && asking.version.restore ? (
        <UndoRestoreDialog number={asking.version.number} restored={asking.version.restore} onDone={onShow} onClose={close} />
      ) : null}
      {asking?.about === 'putUp' ? <PutUpDialog version={asking.version.number} onDone={onShow} onClose={close} /> : null}
      {asking?.about === 'compare' ? <CompareDialog version={asking.version.number} onStart={onShow} onClose={close} /> : null}
      {asking?.about === 'future' ? (
        <MakeFutureDialog version={asking.version} isSigned={asking.version.signOff?.status === 'signed'} onClose={close} />
      ) : null}
      {asking?.about === 'delete' ? <DeleteVersionDialog version={asking.version} onDone={reload} onClose={close} /> : null}
    </>
  );
}
