'use client';

import { ArrowLeft, Download, GitCompareArrows, History, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { useEditor } from '../session/EditorContext';
import { BringBackButton } from './parts/BringBackButton';
import { useVersionWords } from './useVersionWords';

type Props = { mayExport: boolean; onExport: () => void; onRestore: (() => void) | null };

/** Says that a version is looked at, and leads back to the live map. `onRestore`: null for whoever may not bring it back. */
export function VersionBanner({ mayExport, onExport, onRestore }: Props) {
  const t = useTranslations('versions');
  const comparing = useTranslations('comparing');
  const { versions, compare } = useEditor();
  const sentenceOf = useProblemSentence();
  const { titleOf, timeOf, authorOf } = useVersionWords();
  const wanted = useStore(versions, (state) => state.wanted);
  const shown = useStore(versions, (state) => state.shown);
  const problem = useStore(versions, (state) => state.problem);
  if (wanted === null) return null;
  const back = (
    <Button
      size="sm"
      variant="primary"
      icon={<ArrowLeft size={14} aria-hidden="true" />}
      onClick={() => versions.getState().want(null)}
    >
      {t('backToNow')}
    </Button>
  );
  if (problem) {
    return (
      <div className="px-2 pt-2 sm:px-3">
        <Banner tone="danger" urgent title={t('notShown', { number: wanted })} action={back}>
          {sentenceOf(problem)}
        </Banner>
      </div>
    );
  }
  if (!shown) {
    return (
      <p role="status" className="flex items-center gap-3 px-4 py-2 text-ink-soft text-sm">
        <Spinner /> {t('opening', { number: wanted })}
      </p>
    );
  }
  const author = authorOf(shown);
  return (
    <section
      aria-label={t('lookingAt', { title: titleOf(shown) })}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-warning-soft px-3 py-2 sm:px-4"
    >
      <History size={18} aria-hidden="true" className="shrink-0 text-warning" />
      <p role="status" className="min-w-0 flex-1 basis-60 text-sm">
        <span className="wrap-anywhere font-semibold">{t('lookingAt', { title: titleOf(shown) })}</span>{' '}
        <span className="text-ink-soft">
          {author === null ? timeOf(shown) : t('byAt', { name: author, time: timeOf(shown) })}
        </span>
        {shown.note === '' ? null : <span className="line-clamp-2 wrap-anywhere text-ink-soft">{shown.note}</span>}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<GitCompareArrows size={14} aria-hidden="true" />}
          onClick={() =>
            compare.getState().start({ from: { mapId: null, state: shown.number }, to: { mapId: null, state: 'live' } })
          }
        >
          <span className="max-sm:sr-only">{comparing('openNow')}</span>
        </Button>
        {onRestore ? (
          <Button size="sm" icon={<RotateCcw size={14} aria-hidden="true" />} onClick={onRestore}>
            {t('restoreThis')}
          </Button>
        ) : null}
        <BringBackButton />
        {mayExport ? (
          <Button size="sm" icon={<Download size={14} aria-hidden="true" />} onClick={onExport}>
            <span className="max-sm:sr-only">{t('export')}</span>
          </Button>
        ) : null}
        {back}
      </div>
    </section>
  );
}
