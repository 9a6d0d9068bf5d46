'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import type { FileImport } from './fileImport';
import { useImportName } from './useImportName';

/** Cancels a file's import, or takes its answers back. */
export function useTakeBack(file: Pick<FileImport, 'id' | 'kind' | 'fileName' | 'createdAt'>): {
  cancel: () => Promise<boolean>;
  takeBack: () => Promise<boolean>;
  busy: boolean;
} {
  const t = useTranslations('evidencePages.files');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const end = (title: string) =>
    run(file.id, async () => {
      await requestJson('DELETE', `/api/v1/imports/${file.id}`, anyAnswer);
      toast({ title, tone: 'success' });
      router.refresh();
    });
  const name = useImportName()(file);
  return {
    cancel: () => end(t('cancelled', { name })),
    takeBack: () => end(t('takenBack', { name })),
    busy: busyId !== null,
  };
}
