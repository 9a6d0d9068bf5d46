'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Progress } from '@/components/ui/Progress';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { writePairs } from '@/lib/map/compare/matching/matching';
import { writeComparison } from '@/lib/versions/comparison';
import { useSideWords } from '../compare/useSideWords';
import { downloadFile, toFileName } from '../session/downloadFile';
import { useEditor, useMapPart, useSaveState } from '../session/EditorContext';
import { useVersionWords } from '../versions/useVersionWords';
import { ExportFields } from './ExportFields';
import { type ExportedFile, type ExportOptions, exportExtensions, isPicture, requestExport } from './exportRequest';

type Outcome = { kind: 'ready'; name: string; file: ExportedFile } | { kind: 'failed'; sentence: string };

/** Takes the map along: choose what it is for, get the file. */
export function ExportDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('export');
  const { session, lens, versions, compare } = useEditor();
  const shown = useStore(versions, (state) => state.shown);
  const asked = useStore(compare, (state) => state.asked);
  const sides = useStore(compare, (state) => state.sides);
  const { nameOf: sideName } = useSideWords();
  const { titleOf } = useVersionWords();
  // The union of two states that is shown has a title of both.
  const later = useStore(compare, (state) => state.compared?.after.meta.title);
  const shownTitle = useMapPart(({ meta }) => meta.title);
  const title = later ?? shownTitle;
  const sentenceOf = useProblemSentence();
  const [options, setOptions] = useState<ExportOptions>({
    format: 'pdf',
    paper: 'fit',
    orientation: 'landscape',
    scale: '2',
    theme: 'light',
    locale: useLocale(),
    // As on the screen.
    evidenceView: lens.getState().evidenceView,
  });
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // Data has no place for two states.
  const compared = isPicture(options.format) ? asked : null;
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setOutcome(null);
    try {
      const file = await requestExport(
        session.mapId,
        {
          ...options,
          ...(shown ? { version: shown.number } : {}),
          ...(compared ? { compare: writeComparison(compared), pairs: writePairs(compare.getState().pairs) } : {}),
        },
        controller.signal,
      );
      const named = title.trim() || t('fileName');
      const whole = shown ? t('versionFileName', { title: named, number: shown.number }) : named;
      const called = compared ? t('comparedFileName', { title: named }) : whole;
      const name = `${toFileName(called, t('fileName'))}.${exportExtensions[options.format]}`;
      downloadFile(file.bytes, name);
      setOutcome({ kind: 'ready', name, file });
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
      description={t(isPicture(options.format) ? 'intro' : 'introData')}
      footer={
        <Button variant="primary" busy={busy} icon={<Download size={16} aria-hidden="true" />} onClick={start}>
          {t('download')}
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
        {compared && sides ? (
          <Banner>{t('ofComparison', { from: sideName(sides.before), to: sideName(sides.after) })}</Banner>
        ) : null}
        {shown ? <Banner>{t('ofVersion', { title: titleOf(shown) })}</Banner> : <UnsavedHint />}
        {busy ? (
          <div role="status">
            <p className="mb-2 text-ink-soft text-sm">{t('running')}</p>
            <Progress label={t('running')} value={null} />
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
  const t = useTranslations('export');
  const own = useTranslations('editor.export');
  if (outcome.kind === 'failed') {
    return (
      <Banner tone="danger" urgent title={own('failed')}>
        {outcome.sentence}
      </Banner>
    );
  }
  const { missing, warnings } = outcome.file;
  const sentences = [
    ...(missing.length > 0 ? [t('missing', { count: missing.length, characters: missing.slice(0, 20).join(' ') })] : []),
    // What Mermaid has no place for was listed beforehand, beside the choice.
    ...warnings.flatMap((warning) => {
      if (warning.code === 'filesNotIncluded') return t('filesNotIncluded', { count: warning.count });
      if (warning.code === 'baselineNotIncluded') return t('baselineNotIncluded', { what: warning.what });
      if (warning.code !== 'textTooSmall') return [];
      const { points, paper } = warning;
      return paper === null ? t('textTooSmall', { points }) : t('textTooSmallFrom', { points, paper: paper.toUpperCase() });
    }),
  ];
  return (
    <Banner tone={sentences.length > 0 ? 'warning' : 'success'} title={own('ready', { name: outcome.name })}>
      {sentences.length > 0 ? sentences.join(' ') : null}
    </Banner>
  );
}
