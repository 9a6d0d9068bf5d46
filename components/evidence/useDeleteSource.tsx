'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import type { Source } from './source';

type Deletable = Pick<Source, 'id' | 'name'> & { answers: number };

/** Deletes sources, each once it was asked for. `onDeleted` is told before the page is fetched anew. */
export function useDeleteSource(onDeleted: (id: string) => void): { ask: (source: Deletable) => void; dialog: ReactNode } {
  const t = useTranslations('evidencePages.source');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const [asked, setAsked] = useState<Deletable | null>(null);
  const remove = async ({ id, name }: Deletable) => {
    await run(id, async () => {
      await requestJson('DELETE', `/api/v1/sources/${id}`, anyAnswer);
      toast({ title: t('deleted', { name }), tone: 'success' });
      onDeleted(id);
    });
    setAsked(null);
    router.refresh();
  };
  const dialog = (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => {
        if (!open) setAsked(null);
      }}
      title={t('deleteTitle', { name: asked?.name ?? '' })}
      description={t('deleteText', { answers: asked?.answers ?? 0 })}
      confirmLabel={t('deleteConfirm')}
      danger
      busy={busyId !== null}
      onConfirm={() => {
        if (asked) void remove(asked);
      }}
    />
  );
  return { ask: setAsked, dialog };
}
