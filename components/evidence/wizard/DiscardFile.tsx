'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import type { FileImport } from '../imports/fileImport';
import { pathOfSource, type Source } from '../source';

type Props = { file: Pick<FileImport, 'id'>; source: Source; onDiscarded: () => void };

/** Gives a file up that lies ready: it is deleted at the server, and another one can be chosen. */
export function DiscardFile({ file, source, onDiscarded }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const router = useRouter();
  const { busyId, run } = useWork();
  const discard = () =>
    run(file.id, async () => {
      await requestJson('DELETE', `/api/v1/imports/${file.id}`, anyAnswer);
      onDiscarded();
      router.push(`${pathOfSource(source)}/import`);
    });
  return (
    <Button size="lg" busy={busyId !== null} onClick={() => void discard()}>
      {t('discard')}
    </Button>
  );
}
