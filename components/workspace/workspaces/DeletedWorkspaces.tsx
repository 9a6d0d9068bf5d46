'use client';

import { RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { DateTime } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { TypeNameDialog } from '../TypeNameDialog';
import { controlOfLine, useLineFocus } from '../useLineFocus';
import { useWork } from '../useWork';

/** A workspace in the bin. `deletedAt` is ISO 8601. */
export type DeletedWorkspace = {
  id: string;
  name: string;
  mapCount: number;
  deletedAt: string;
  deletedByName: string | null;
  daysLeft: number;
};

/** The deleted workspaces that a person owns. */
export function DeletedWorkspaces({ workspaces }: { workspaces: readonly DeletedWorkspace[] }) {
  const t = useTranslations('lifecycle.workspaces');
  const lifecycle = useTranslations('lifecycle');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const [purging, setPurging] = useState<DeletedWorkspace | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const noteEnd = useLineFocus(
    workspaces.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const restore = ({ id, name }: DeletedWorkspace) =>
    run(id, async () => {
      await requestJson('POST', `/api/workspaces/${id}/restore`, anyAnswer);
      noteEnd(id);
      toast({ title: t('restored', { name }), tone: 'success' });
      router.refresh();
    });
  return (
    <>
      <ul ref={list} className="divide-y divide-line">
        {workspaces.map((workspace) => {
          const { id, name, mapCount, deletedAt, deletedByName, daysLeft } = workspace;
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-3 first:pt-0">
              <div className="min-w-0 flex-1 basis-56">
                <p className="break-words font-semibold">{name}</p>
                <p className="mb-1.5 text-ink-faint text-sm">
                  {t('mapCount', { count: mapCount })} ·{' '}
                  {t.rich('deletedLine', {
                    name: deletedByName ?? lifecycle('deletedAccount'),
                    time: () => <DateTime iso={deletedAt} dateOnly />,
                  })}
                </p>
                <Badge tone={daysLeft < 4 ? 'warning' : 'neutral'}>{lifecycle('bin.left', { days: daysLeft })}</Badge>
              </div>
              <div className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  icon={<RotateCcw size={14} aria-hidden="true" />}
                  aria-label={t('restoreFor', { name })}
                  busy={busyId === id}
                  onClick={() => restore(workspace)}
                >
                  {t('restore')}
                </Button>
                <Button
                  size="sm"
                  variant="ghost"
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  aria-label={t('purgeFor', { name })}
                  onClick={() => setPurging(workspace)}
                >
                  {t('purge')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {purging ? (
        <TypeNameDialog
          title={t('purgeTitle', { name: purging.name })}
          text={t('purgeText')}
          name={purging.name}
          confirmLabel={t('purge')}
          send={async (typed) => {
            await requestJson('POST', `/api/workspaces/${purging.id}/purge`, anyAnswer, { name: typed });
            noteEnd(purging.id);
            toast({ title: t('purged', { name: purging.name }), tone: 'success' });
            setPurging(null);
            router.refresh();
          }}
          onClose={() => setPurging(null)}
        />
      ) : null}
    </>
  );
}
