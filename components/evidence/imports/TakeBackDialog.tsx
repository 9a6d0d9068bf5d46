'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import type { FileImport } from './fileImport';
import { useImportName } from './useImportName';
import { useTakeBack } from './useTakeBack';

/** Asks before a file that counts is taken back. */
export function TakeBackDialog({ file, onClose }: { file: FileImport; onClose: () => void }) {
  const t = useTranslations('evidencePages.files');
  const { takeBack, busy } = useTakeBack(file);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('takeBackTitle', { name: useImportName()(file) })}
      description={t(file.kind === 'file' ? 'takeBackText' : 'takeBackSingly', { answers: file.added })}
      confirmLabel={t('takeBack')}
      danger
      busy={busy}
      onConfirm={() => void takeBack().then(onClose)}
    />
  );
}
