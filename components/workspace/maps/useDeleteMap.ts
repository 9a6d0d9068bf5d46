'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import type { MapSummary } from './mapSummary';

/** Deletes a map at once and offers to take it back: nobody has to be asked before. `hidden` holds the ids that are gone from sight already. */
export function useDeleteMap(): { hidden: ReadonlySet<string>; deleteMap: (map: MapSummary) => void } {
  const t = useTranslations('workspace.maps');
  const common = useTranslations('common');
  const toast = useToast();
  const router = useRouter();
  const sentenceOf = useProblemSentence();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const show = useCallback((id: string, shown: boolean) => {
    setHidden((before) => {
      const after = new Set(before);
      if (shown) after.delete(id);
      else after.add(id);
      return after;
    });
  }, []);

  const deleteMap = useCallback(
    (map: MapSummary) => {
      const title = map.title || t('untitled');
      const fail = (error: unknown) => toast({ title: sentenceOf(error), tone: 'danger' });
      const restore = async () => {
        try {
          await requestJson('POST', `/api/maps/${map.id}/restore`, anyAnswer);
          show(map.id, true);
          toast({ title: t('restored', { title }), tone: 'success' });
          router.refresh();
        } catch (error) {
          fail(error);
        }
      };
      const remove = async () => {
        show(map.id, false);
        try {
          await requestJson('DELETE', `/api/maps/${map.id}`, anyAnswer);
          toast({ title: t('deleted', { title }), action: { label: common('undo'), onClick: restore } });
          router.refresh();
        } catch (error) {
          show(map.id, true);
          fail(error);
        }
      };
      void remove();
    },
    [t, common, toast, router, sentenceOf, show],
  );

  return { hidden, deleteMap };
}
