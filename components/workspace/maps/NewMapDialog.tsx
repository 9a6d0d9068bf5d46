'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { mermaidTextLimit } from '@/lib/map/mermaid/mermaidTextLimit';
import { FormProblem } from '../entry/EntryCard';
import { requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import { FileSource } from './FileSource';
import { MermaidPreview } from './MermaidPreview';
import { isTooLong, type MermaidFile, readMermaid } from './mermaidFile';
import { SourceChoice } from './SourceChoice';
import type { TemplateChoice } from './templateChoice';

/** How the dialog opens: at the choice, or with a file that was dropped on the page. */
export type NewMapStart = { source: 'template' } | { source: 'file'; file: File };

type Props = {
  workspaceId: string;
  templates: readonly TemplateChoice[];
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

function OpenDialog({ workspaceId, templates, start, onClose }: Omit<Props, 'start'> & { start: NewMapStart }) {
  const t = useTranslations('workspace.newMap');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const sentenceOf = useProblemSentence();
  const first = templates[0];
  const [source, setSource] = useState(start.source === 'file' ? 'file' : first ? `template:${first.id}` : 'blank');
  const [file, setFile] = useState<MermaidFile | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const latest = useRef(0);

  const refuseLong = useCallback(
    (name: string) => setFileProblem(t('fileTooLarge', { name: name || t('pastedText'), kilobytes: mermaidTextLimit / 1024 })),
    [t],
  );
  const takeText = useCallback(
    async (name: string, text: string) => {
      const turn = ++latest.current;
      setFile(null);
      setFileProblem(null);
      if (text.trim() === '') return;
      if (isTooLong(text)) {
        refuseLong(name);
        return;
      }
      const found = await readMermaid(name, text, locale);
      if (turn !== latest.current) return;
      if (found.map.steps.length === 0) setFileProblem(t('fileNoJourney', { name: name || t('pastedText') }));
      else setFile(found);
    },
    [locale, t, refuseLong],
  );
  const takeFile = useCallback(
    async (given: File) => {
      setSource('file');
      setFile(null);
      // Asked before it is read: a film that was dropped by mistake need not come into memory.
      if (given.size > mermaidTextLimit) refuseLong(given.name);
      else await takeText(given.name, await given.text());
    },
    [takeText, refuseLong],
  );
  useEffect(() => {
    if (start.source === 'file') void takeFile(start.file);
  }, [start, takeFile]);

  const create = async () => {
    if (source === 'file' && !file) {
      setFileProblem(t('fileNeeded'));
      return;
    }
    setBusy(true);
    setProblem(null);
    const templateId = source.startsWith('template:') ? source.slice('template:'.length) : null;
    try {
      const { id } = await requestJson('POST', '/api/maps', createdSchema, {
        workspaceId,
        source: templateId
          ? { type: 'template', id: templateId, locale }
          : source === 'file' && file
            ? { type: 'mermaid', text: file.text, name: file.name }
            : { type: 'blank' },
      });
      router.push(`/maps/${id}`);
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
      title={t('title')}
      description={t('description')}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} onClick={create}>
            {t(source === 'file' ? 'createFromFile' : 'create')}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <FormProblem sentence={problem} />
        {source === 'file' && file ? (
          <MermaidPreview
            file={file}
            onBack={() => {
              setFile(null);
              setFileProblem(null);
            }}
          />
        ) : (
          <>
            <SourceChoice value={source} templates={templates} onChange={setSource} />
            {source === 'file' ? (
              <FileSource onFile={takeFile} onText={(text) => void takeText('', text)} problem={fileProblem} />
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}
