'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { FileDropArea } from '@/components/workspace/maps/FileDropArea';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { pathOfSource, type Source } from '../source';
import { uploadFile } from './uploadFile';

type Upload = { name: string; share: number; control: AbortController };

const megabyte = 1024 * 1024;

/** Where a file of answers is chosen or dropped; it goes to the server at once, and on to the page on which it is looked at.
 * `largest`: bytes. */
export function FileChoice({ source, largest }: { source: Source; largest: number }) {
  const t = useTranslations('evidencePages.files');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const format = useFormatter();
  const router = useRouter();
  const sentenceOf = useProblemSentence();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  // Whoever leaves the page has given the upload up.
  useEffect(() => () => running.current?.abort(), []);

  const megabytes = Math.floor(largest / megabyte);
  const take = async (file: File) => {
    if (running.current) return;
    setProblem(null);
    if (file.size === 0) return setProblem(errors('answersEmpty'));
    if (file.size > largest) return setProblem(errors('answersTooLarge', { megabytes }));
    const control = new AbortController();
    running.current = control;
    const show = (share: number) => setUpload({ name: file.name, share, control });
    show(0);
    try {
      const id = await uploadFile(source.id, file, { onProgress: show, signal: control.signal });
      router.push(`${pathOfSource(source)}/files/${id}`);
    } catch (error) {
      running.current = null;
      setUpload(null);
      if (!control.signal.aborted) setProblem(sentenceOf(error));
      button.current?.focus();
    }
  };
  return (
    <div className="space-y-4">
      {problem ? (
        <Banner tone="danger" urgent>
          {problem}
        </Banner>
      ) : null}
      {upload ? (
        <div className="rounded-xl border border-line bg-surface p-6" role="status">
          <p className="mb-3 break-words font-semibold">
            {t('uploading', { name: upload.name })}{' '}
            <span className="font-normal text-ink-soft tabular-nums">{format.number(upload.share, { style: 'percent' })}</span>
          </p>
          <Progress label={t('uploadOf', { name: upload.name })} value={upload.share} className="h-1.5" />
          <Button className="mt-4" onClick={() => upload.control.abort()}>
            {common('cancel')}
          </Button>
        </div>
      ) : (
        <div className="flex flex-col items-center gap-3 rounded-xl border-2 border-line-strong border-dashed px-6 py-12 text-center">
          <Button
            ref={button}
            variant="primary"
            size="lg"
            icon={<FileUp size={18} aria-hidden="true" />}
            onClick={() => input.current?.click()}
          >
            {t('choose')}
          </Button>
          <p className="text-ink-soft">{t('orDrop')}</p>
          <p className="max-w-prose text-pretty text-ink-faint text-sm">{t('forms', { megabytes })}</p>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.tab,.txt,.xlsx,.json,.jsonl,.ndjson,text/csv,text/plain,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      <FileDropArea onFile={(file) => void take(file)} title={t('dropTitle')} hint={t('dropHint')} />
    </div>
  );
}
