'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { useWork } from '@/components/workspace/useWork';
import { uploadFile } from '../imports/uploadFile';
import { pathOfSource, type Source } from '../source';
import { isDelivery } from './isDelivery';

type Props = { source: Source; columns: readonly string[][] };

/** Which columns deliveries may have, and how a source learns others: by an example, which is looked at like a file. */
export function KnownColumns({ source, columns }: Props) {
  const t = useTranslations('evidencePages.webhook.columns');
  const errors = useTranslations('errors');
  const router = useRouter();
  const { busyId, run } = useWork();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const look = () => {
    if (!isDelivery(text)) return setProblem(errors('pushNotJson'));
    setProblem(undefined);
    void run('look', async () => {
      const file = new File([text], t('fileName'), { type: 'application/json' });
      const id = await uploadFile(source.id, file, { onProgress: () => undefined, signal: new AbortController().signal });
      router.push(`${pathOfSource(source)}/files/${id}`);
    });
  };
  return (
    <div className="space-y-5">
      {columns.length === 0 ? <Banner>{t('none')}</Banner> : null}
      {columns.map((names) => (
        <ul key={names.join('\n')} aria-label={t('title')} className="flex flex-wrap gap-1.5">
          {names.map((name) => (
            <li
              key={name}
              className="max-w-full break-words rounded-md bg-surface-sunken px-2 py-0.5 font-mono text-sm inset-ring inset-ring-line"
            >
              {name}
            </li>
          ))}
        </ul>
      ))}
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextArea
          label={t('example')}
          hint={t('exampleHint')}
          error={problem}
          value={text}
          onChange={(event) => setText(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          rows={4}
          className="max-h-96 font-mono text-sm"
        />
        <Button type="submit" busy={busyId !== null}>
          {t('look')}
        </Button>
      </form>
    </div>
  );
}
