'use client';

import { ArrowLeft } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { FormProblem } from '../entry/EntryCard';
import { requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import { firstSource, isThere, toMapSource } from './chosenSource';
import { FilePreview } from './FilePreview';
import { FileSource, type SourceProblem } from './FileSource';
import { type ImportedFile, isTooLong, kindOf, largestFile, limitOf, readFile } from './importedFile';
import { SourceChoice } from './SourceChoice';
import type { OwnTemplate, TemplateChoice } from './templateChoice';
import { useImportSentence } from './useImportSentence';

/** How the dialog opens: at the choice, or with a file that was dropped on the page. */
export type NewMapStart = { source: 'template' } | { source: 'file'; file: File };

type Props = {
  workspaceId: string;
  templates: readonly TemplateChoice[];
  /** Those that were saved in the workspace. */
  ownTemplates: readonly OwnTemplate[];
  start: NewMapStart | null;
  onClose: () => void;
};

const createdSchema = z.object({ id: z.string() });

/** A new map from a template, blank, or from a file whose losses are shown before it is made. */
export function NewMapDialog({ start, ...rest }: Props) {
  if (!start) return null;
  // Mounted anew for each opening: nothing is left over from the last time.
  const key = start.source === 'file' ? `${start.file.name}:${start.file.size}:${start.file.lastModified}` : 'choice';
  return <OpenDialog key={key} start={start} {...rest} />;
}

function OpenDialog({ workspaceId, templates, ownTemplates, start, onClose }: Omit<Props, 'start'> & { start: NewMapStart }) {
  const t = useTranslations('workspace.newMap');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const sentenceOf = useProblemSentence();
  const first = firstSource(ownTemplates, templates);
  const [chosen, setSource] = useState(start.source === 'file' ? 'file' : first);
  const source = isThere(chosen, ownTemplates) ? chosen : first;
  const [file, setFile] = useState<ImportedFile | null>(null);
  const [fileProblem, setFileProblem] = useState<SourceProblem | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Whether a file is on its way: until it is shown, nothing can be made of it. */
  const [reading, setReading] = useState(start.source === 'file');

  const problemSentence = useImportSentence();
  const latest = useRef(0);

  const refuseLong = useCallback(
    (name: string, bytes: number) => {
      const named = name || t('pastedText');
      const size = bytes >= 1024 * 1024 ? { amount: bytes / 1024 / 1024, unit: 'MB' } : { amount: bytes / 1024, unit: 'KB' };
      setFileProblem({ of: name ? 'file' : 'text', sentence: t('fileTooLarge', { name: named, ...size }) });
    },
    [t],
  );
  const takeText = useCallback(
    async (name: string, text: string) => {
      const turn = ++latest.current;
      setFile(null);
      setFileProblem(null);
      if (text.trim() === '') return;
      if (isTooLong(text)) {
        refuseLong(name, limitOf(kindOf(text)));
        return;
      }
      const found = await readFile(name, text, locale);
      if (turn !== latest.current) return;
      const named = name || t('pastedText');
      if (found.map) {
        setFile(found);
        return;
      }
      const sentence =
        found.kind === 'mermaid'
          ? t('fileNoJourney', { name: named })
          : t('fileNoMap', { name: named, line: found.problem.line, sentence: problemSentence(found.problem) });
      setFileProblem({ of: name ? 'file' : 'text', sentence });
    },
    [locale, t, refuseLong, problemSentence],
  );
  const takeFile = useCallback(
    async (given: File) => {
      setSource('file');
      setFile(null);
      // Asked before it is read: a film that was dropped by mistake need not come into memory.
      if (given.size > largestFile) {
        setReading(false);
        refuseLong(given.name, largestFile);
        return;
      }
      setReading(true);
      try {
        await takeText(given.name, await given.text());
      } finally {
        setReading(false);
      }
    },
    [takeText, refuseLong],
  );
  useEffect(() => {
    if (start.source === 'file') void takeFile(start.file);
  }, [start, takeFile]);

  const create = async () => {
    if (source === 'file' && !file) {
      setFileProblem({ of: 'file', sentence: t('fileNeeded') });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await requestJson('POST', '/api/maps', createdSchema, {
        workspaceId,
        source: toMapSource(source, file, locale),
      });
      router.push(`/maps/${id}`);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };

  const preview = source === 'file' ? file : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="lg"
      title={t('title')}
      description={preview ? t('filePreviewOf', { name: preview.name || t('pastedText') }) : t('description')}
      footer={
        <>
          {preview ? (
            <Button
              icon={<ArrowLeft size={16} aria-hidden="true" />}
              onClick={() => {
                setFile(null);
                setFileProblem(null);
              }}
            >
              {t('back')}
            </Button>
          ) : (
            <DialogClose>
              <Button>{common('cancel')}</Button>
            </DialogClose>
          )}
          <Button variant="primary" busy={busy || reading} onClick={create}>
            {t(source === 'file' ? 'createFromFile' : 'create')}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <FormProblem sentence={problem} />
        {preview ? (
          <FilePreview file={preview} />
        ) : (
          <>
            <SourceChoice value={source} templates={templates} ownTemplates={ownTemplates} onChange={setSource} />
            {source === 'file' ? (
              <FileSource onFile={takeFile} onText={(text) => void takeText('', text)} problem={fileProblem} />
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}
