'use client';

import { ArrowLeft, ArrowLeftRight, Download, GitCompareArrows, ListChecks } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { turnPairs } from '@/lib/map/compare/matching/matching';
import { useEditor } from '../session/EditorContext';
import { compareModes } from './compareMode';
import { useSideWords } from './useSideWords';

type Props = { mayExport: boolean; onExport: () => void; onChoose: () => void };

/** Says which two states are compared, and leads back to the live map. `onChoose` opens the choice of two others. */
export function CompareBanner({ mayExport, onExport, onChoose }: Props) {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const sentenceOf = useProblemSentence();
  const nameOf = useSideWords();
  const asked = useStore(compare, (state) => state.asked);
  const sides = useStore(compare, (state) => state.sides);
  const mode = useStore(compare, (state) => state.mode);
  const problem = useStore(compare, (state) => state.problem);
  if (!asked) return null;
  const back = (
    <Button
      size="sm"
      variant="primary"
      icon={<ArrowLeft size={14} aria-hidden="true" />}
      onClick={() => compare.getState().end()}
    >
      {t('end')}
    </Button>
  );
  if (problem) {
    return (
      <div className="px-2 pt-2 sm:px-3">
        <Banner tone="danger" urgent title={t('failed')} action={back}>
          {sentenceOf(problem)}
        </Banner>
      </div>
    );
  }
  if (!sides) {
    return (
      <p role="status" className="flex items-center gap-3 px-4 py-2 text-ink-soft text-sm">
        <Spinner /> {t('loading')}
      </p>
    );
  }
  const [from, to] = [nameOf(sides.before), nameOf(sides.after)];
  return (
    <section
      aria-label={t('label', { from, to })}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface-sunken px-3 py-2 sm:px-4"
    >
      <GitCompareArrows size={18} aria-hidden="true" className="shrink-0 text-accent" />
      <p role="status" className="min-w-0 flex-1 basis-60 text-sm">
        <span className="wrap-anywhere font-semibold">{t('heading', { from, to })}</span>{' '}
        <span className="text-ink-soft sm:hidden">{t('listHint')}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t('mode')}
          size="sm"
          className="max-sm:hidden"
          value={mode}
          options={compareModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(next) => compare.getState().setMode(next)}
        />
        <IconButton
          label={t('swap')}
          icon={<ArrowLeftRight size={16} />}
          onClick={() => compare.getState().start({ from: asked.to, to: asked.from }, turnPairs(compare.getState().pairs))}
        />
        <IconButton label={t('other')} icon={<ListChecks size={16} />} onClick={onChoose} />
        {mayExport ? <IconButton label={t('export')} icon={<Download size={16} />} onClick={onExport} /> : null}
        {back}
      </div>
    </section>
  );
}
