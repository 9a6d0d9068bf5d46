'use client';

import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import { pathOfSource, type Source } from '../source';

type Props = { source: Source; entryId: string; onDeleted: () => void };

/** What can be done with an entry that somebody typed in. */
export function EntryActions({ source, entryId, onDeleted }: Props) {
  const t = useTranslations('evidencePages.entries');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const [isAsking, setAsking] = useState(false);
  const remove = () =>
    run(entryId, async () => {
      await requestJson('DELETE', `/api/v1/sources/${source.id}/entries/${entryId}`, anyAnswer);
      toast({ title: t('deleted'), tone: 'success' });
      onDeleted();
      router.refresh();
    }).then(() => setAsking(false));
  return (
    <div className="flex gap-2">
      <Link href={`${pathOfSource(source)}/entries/${entryId}`} className={buttonClass({ size: 'sm' })}>
        <Pencil size={14} aria-hidden="true" />
        {t('edit')}
      </Link>
      <IconButton size="sm" label={t('delete')} icon={<Trash2 size={16} />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('deleteTitle')}
        description={t('deleteText')}
        confirmLabel={t('deleteConfirm')}
        danger
        busy={busyId !== null}
        onConfirm={() => void remove()}
      />
    </div>
  );
}
