'use client';

import { RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { DateTime } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { MapKind } from '@/lib/map/meta';
import { anyAnswer, requestJson } from '../request';
import { controlOfLine, useLineFocus } from '../useLineFocus';
import { useWork } from '../useWork';

/** A map in the bin. `deletedAt` is ISO 8601; `daysLeft`: days until it goes for good, a begun one counted. */
export type BinLine = {
  id: string;
  title: string;
  kind: MapKind;
  deletedAt: string;
  deletedByName: string | null;
  daysLeft: number;
};

/** The maps in the bin, with the ways back and out. */
export function BinList({ maps, canPurge }: { maps: readonly BinLine[]; canPurge: boolean }) {
  const t = useTranslations('lifecycle.bin');
  const lifecycle = useTranslations('lifecycle');
  const mapList = useTranslations('workspace.maps');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const [purging, setPurging] = useState<BinLine | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const noteEnd = useLineFocus(
    maps.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const titleOf = ({ title }: BinLine) => title || mapList('untitled');

  const restore = (map: BinLine) =>
    run(map.id, async () => {
      await requestJson('POST', `/api/maps/${map.id}/restore`, anyAnswer);
      noteEnd(map.id);
      const action = { label: t('open'), onClick: () => router.push(`/maps/${map.id}`) };
      toast({ title: t('restored', { title: titleOf(map) }), tone: 'success', action });
      router.refresh();
    });
  const purge = async (map: BinLine) => {
    await run(map.id, async () => {
      await requestJson('POST', `/api/maps/${map.id}/purge`, anyAnswer);
      noteEnd(map.id);
      toast({ title: t('purged', { title: titleOf(map) }), tone: 'success' });
    });
    setPurging(null);
    router.refresh();
  };

  return (
    <>
      <ul ref={list} className="divide-y divide-line border-line border-y">
        {maps.map((map) => (
          <li key={map.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-64">
              <h2 className="break-words font-semibold">{titleOf(map)}</h2>
              <p className="mb-1.5 text-ink-faint text-sm">
                {t.rich('deleted', {
                  name: map.deletedByName ?? lifecycle('deletedAccount'),
                  time: () => <DateTime iso={map.deletedAt} />,
                })}
              </p>
              <Badge tone={map.daysLeft < 4 ? 'warning' : 'neutral'}>{t('left', { days: map.daysLeft })}</Badge>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button
                size="sm"
                icon={<RotateCcw size={14} aria-hidden="true" />}
                aria-label={t('restoreFor', { title: titleOf(map) })}
                busy={busyId === map.id}
                onClick={() => restore(map)}
              >
                {t('restore')}
              </Button>
              {canPurge ? (
                <Button
                  size="sm"
                  variant="ghost"
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  aria-label={t('purgeFor', { title: titleOf(map) })}
                  onClick={() => setPurging(map)}
                >
                  {t('purge')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={purging !== null}
        onOpenChange={(open) => {
          if (!open) setPurging(null);
        }}
        title={t('purgeTitle', { title: purging ? titleOf(purging) : '' })}
        description={t('purgeText')}
        confirmLabel={t('purge')}
        danger
        busy={busyId !== null}
        onConfirm={() => {
          if (purging) void purge(purging);
        }}
      />
    </>
  );
}
