'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Progress } from '@/components/ui/Progress';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { downloadFile, toFileName } from '../session/downloadFile';
import { useEditor, useJourneyMap, useSaveState } from '../session/EditorContext';
import { ExportFields } from './ExportFields';
import { type ExportOptions, requestExport } from './exportRequest';

type Outcome = { kind: 'ready'; name: string; missing: string[] } | { kind: 'failed'; sentence: string };

/** Takes the map along: choose what it is for, get the file. */
export function ExportDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('editor.export');
  const { session } = useEditor();
  const { title } = useJourneyMap().meta;
  const sentenceOf = useProblemSentence();
  const [options, setOptions] = useState<ExportOptions>({
    format: 'pdf',
    paper: 'fit',
    orientation: 'landscape',
    scale: '2',
    theme: 'light',
    locale: useLocale(),
  });
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setOutcome(null);
    try {
      const file = await requestExport(session.mapId, options, controller.signal);
      const name = `${toFileName(title, t('fileName'))}.${options.format}`;
      downloadFile(file.bytes, name);
      setOutcome({ kind: 'ready', name, missing: file.missing });
    } catch (error) {
      if (controller.signal.aborted) return;
      setOutcome({ kind: 'failed', sentence: sentenceOf(error) });
    } finally {
      if (running.current === controller) setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('text')}
      footer={
        <Button variant="primary" busy={busy} icon={<Download size={16} aria-hidden="true" />} onClick={start}>
          {t('start', { format: options.format.toUpperCase() })}
        </Button>
      }
    >
      <div className="space-y-5">
        <ExportFields
          options={options}
          onChange={(next) => {
            setOptions(next);
            setOutcome(null);
          }}
        />
        <UnsavedHint />
        {busy ? (
          <div role="status">
            <p className="mb-2 text-ink-soft text-sm">{t('busy')}</p>
            <Progress label={t('busy')} value={null} />
          </div>
        ) : null}
        {outcome ? <OutcomeBanner outcome={outcome} /> : null}
      </div>
    </Dialog>
  );
}

/** The server makes the file of what it has: say so when that is not all. */
function UnsavedHint() {
  const t = useTranslations('editor.export');
  const state = useSaveState();
  const changes = 'changes' in state && state.kind !== 'saving' ? state.changes : 0;
  return changes > 0 ? <Banner tone="warning">{t('unsaved', { changes })}</Banner> : null;
}

function OutcomeBanner({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('editor.export');
  if (outcome.kind === 'failed') {
    return (
      <Banner tone="danger" urgent title={t('failed')}>
        {outcome.sentence}
      </Banner>
    );
  }
  if (outcome.missing.length > 0) {
    return (
      <Banner tone="warning" title={t('ready', { name: outcome.name })}>
        {t('missing', { count: outcome.missing.length, characters: outcome.missing.slice(0, 20).join(' ') })}
      </Banner>
    );
  }
  return <Banner tone="success" title={t('ready', { name: outcome.name })} />;
}
