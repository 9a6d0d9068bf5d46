'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { useToast } from '@/components/ui/Toast';
import { requestJson } from '../request';
import { useWork } from '../useWork';
import type { MapSummary } from './mapSummary';

const copySchema = z.object({ id: z.string(), title: z.string() });

/** Makes a copy of a map and offers to open it. `busyId`: the map that is being copied. */
export function useDuplicateMap(): { busyId: string | null; duplicate: (map: MapSummary) => void } {
  const t = useTranslations('lifecycle.maps');
  const list = useTranslations('workspace.maps');
  const toast = useToast();
  const router = useRouter();
  const { busyId, run } = useWork();
  const duplicate = (map: MapSummary) =>
    void run(map.id, async () => {
      const copy = await requestJson('POST', `/api/maps/${map.id}/duplicate`, copySchema);
      const action = { label: t('open'), onClick: () => router.push(`/maps/${copy.id}`) };
      toast({ title: t('duplicated', { title: copy.title || list('untitled') }), tone: 'success', action });
      router.refresh();
    });
  return { busyId, duplicate };
}
