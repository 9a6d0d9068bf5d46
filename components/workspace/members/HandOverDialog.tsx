'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { useWork } from '../useWork';
import type { Member } from './member';

type Props = { workspace: { id: string; name: string }; member: Member; onClose: () => void };

/** Makes another member owner in one's own place, after saying what that means. */
export function HandOverDialog({ workspace, member, onClose }: Props) {
  const t = useTranslations('lifecycle.handOver');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const names = { name: member.name, workspace: workspace.name };
  const handOver = async () => {
    await run(member.userId, async () => {
      await requestJson('POST', `/api/workspaces/${workspace.id}/hand-over`, anyAnswer, { userId: member.userId });
      toast({ title: t('done', names), tone: 'success' });
    });
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('title', names)}
      description={t('text', names)}
      confirmLabel={t('confirm')}
      busy={busyId !== null}
      onConfirm={handOver}
    />
  );
}
