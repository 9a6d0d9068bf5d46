'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import type { OwnTemplate } from '../maps/templateChoice';
import { anyAnswer, requestJson } from '../request';
import { useWork } from '../useWork';

type Props = { template: OwnTemplate; onDeleted: () => void; onClose: () => void };

/** Asks before a template of the workspace is deleted: it does not come back. */
export function DeleteTemplateDialog({ template, onDeleted, onClose }: Props) {
  const t = useTranslations('templates');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const { id, name } = template;
  const remove = async () => {
    const isGone = await run(id, async () => {
      await requestJson('DELETE', `/api/templates/${id}`, anyAnswer);
      toast({ title: t('deleted', { name }), tone: 'success' });
    });
    if (isGone) onDeleted();
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('deleteTitle', { name })}
      description={t('deleteText')}
      confirmLabel={t('deleteConfirm')}
      danger
      busy={busyId !== null}
      onConfirm={remove}
    />
  );
}
