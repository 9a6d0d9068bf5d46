'use client';

import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { FormProblem } from '../entry/EntryCard';

/** Why something became no map: of a file, or of the text that was pasted. */
export type SourceProblem = { of: 'file' | 'text'; sentence: string };

type Props = { onFile: (file: File) => void; onText: (text: string) => void; problem: SourceProblem | null };

/** Takes a Mermaid journey or a map of our own as a file or as pasted text. */
export function FileSource({ onFile, onText, problem }: Props) {
  const t = useTranslations('workspace.newMap');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const banner = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  // Where the sentence about the problem stands, and where the next attempt begins.
  useEffect(() => {
    if (problem?.of === 'text') area.current?.focus();
    if (problem?.of !== 'file') return;
    button.current?.focus();
    banner.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-3 rounded-lg border border-line-strong border-dashed p-4">
        <Button ref={button} icon={<FileUp size={16} aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('chooseFile')}
        </Button>
        <p className="text-ink-soft text-sm">{t('orDrop')}</p>
        <input
          ref={input}
          type="file"
          accept=".mmd,.mermaid,.md,.txt,.json,text/plain,application/json"
          aria-label={t('chooseFile')}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      </div>
      {problem?.of === 'file' ? (
        <div ref={banner}>
          <FormProblem sentence={problem.sentence} />
        </div>
      ) : null}
      <TextArea
        ref={area}
        label={t('paste')}
        value={text}
        rows={4}
        spellCheck={false}
        error={problem?.of === 'text' ? problem.sentence : undefined}
        placeholder={t('pastePlaceholder')}
        className="max-h-48 font-mono text-sm"
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() === '' ? null : <Button onClick={() => onText(text)}>{t('showPreview')}</Button>}
    </div>
  );
}
