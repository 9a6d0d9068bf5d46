'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { Select } from '@/components/ui/Select';
import { useToast } from '@/components/ui/Toast';
import { FormProblem } from '../entry/EntryCard';
import { anyAnswer, requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import type { MapSummary } from './mapSummary';

type Props = { map: MapSummary; targets: readonly { id: string; name: string }[]; onClose: () => void };

/** Gives a map to another workspace, after saying what that closes. */
export function MoveMapDialog({ map, targets, onClose }: Props) {
  const t = useTranslations('lifecycle.maps');
  const list = useTranslations('workspace.maps');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [workspaceId, setWorkspaceId] = useState(targets[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const title = map.title || list('untitled');
  const move = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await requestJson('POST', `/api/maps/${map.id}/move`, anyAnswer, { workspaceId });
      const workspace = targets.find(({ id }) => id === workspaceId)?.name ?? '';
      const action = { label: t('open'), onClick: () => router.push(`/?workspace=${workspaceId}`) };
      toast({ title: t('moved', { title, workspace }), tone: 'success', action });
      router.refresh();
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title={t('moveTitle', { title })}
      description={t('moveText')}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} onClick={move}>
            {t('moveConfirm')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <FormProblem sentence={problem} />
        <Select
          label={t('moveTarget')}
          value={workspaceId}
          onChange={setWorkspaceId}
          options={targets.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </Dialog>
  );
}
