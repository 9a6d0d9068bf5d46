'use client';

import clsx from 'clsx';
import { ArrowLeft, ArrowLeftRight, CircleAlert, Download, GitCompareArrows, ListChecks, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
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

/** What marks the line in the page, to be found by whoever gives it the focus. */
export const bannerMark = 'data-compare-banner';

/**
 * Says which two states are compared, and leads back to the live map. It stays as it is while others are fetched, and when that fails, so that its buttons
 * keep the focus. `onChoose` opens the choice of two others.
 */
export function CompareBanner({ mayExport, onExport, onChoose }: Props) {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const asked = useStore(compare, (state) => state.asked);
  const sides = useStore(compare, (state) => state.sides);
  const mode = useStore(compare, (state) => state.mode);
  const onPhone = useStore(compare, (state) => state.onPhone);
  const failed = useStore(compare, (state) => state.problem !== null);
  const { nameOf } = useSideWords();
  if (!asked) return null;
  const names = sides && { from: nameOf(sides.before), to: nameOf(sides.after) };
  const isLoading = !sides && !failed;
  const unless = (shown: unknown): true | undefined => (shown ? undefined : true);
  const swap = (): void => {
    if (sides) compare.getState().start({ from: asked.to, to: asked.from }, turnPairs(compare.getState().pairs));
  };
  return (
    <section
      {...{ [bannerMark]: '' }}
      tabIndex={-1}
      aria-label={names ? t('label', names) : t('dialog.title')}
      className={clsx(
        'flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-3 py-2 -outline-offset-2 sm:px-4',
        failed ? 'bg-danger-soft' : 'bg-surface-sunken',
      )}
    >
      <Sign isLoading={isLoading} failed={failed} />
      <Words names={names} isLoading={isLoading} />
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t('mode')}
          size="sm"
          className="max-sm:hidden"
          value={mode}
          options={compareModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(next) => compare.getState().setMode(next)}
        />
        <SegmentedControl
          label={t('onPhone.label')}
          size="sm"
          className="sm:hidden"
          value={onPhone}
          options={(['list', 'map'] as const).map((value) => ({ value, label: t(`onPhone.${value}`) }))}
          onChange={(next) => compare.getState().showOnPhone(next)}
        />
        <IconButton label={t('swap')} icon={<ArrowLeftRight size={16} />} aria-disabled={unless(sides)} onClick={swap} />
        <IconButton label={t('other')} icon={<ListChecks size={16} />} onClick={onChoose} />
        {mayExport ? (
          <IconButton
            label={t('export')}
            icon={<Download size={16} />}
            aria-disabled={unless(sides)}
            onClick={() => {
              if (sides) onExport();
            }}
          />
        ) : null}
        <Button
          size="sm"
          variant="primary"
          icon={isLoading ? <X size={14} aria-hidden="true" /> : <ArrowLeft size={14} aria-hidden="true" />}
          onClick={() => compare.getState().end()}
        >
          {t(isLoading ? 'cancel' : 'end')}
        </Button>
      </div>
    </section>
  );
}

function Sign({ isLoading, failed }: { isLoading: boolean; failed: boolean }) {
  if (isLoading) return <Spinner />;
  if (failed) return <CircleAlert size={18} aria-hidden="true" className="shrink-0 text-danger" />;
  return <GitCompareArrows size={18} aria-hidden="true" className="shrink-0 text-accent" />;
}

function Words({ names, isLoading }: { names: { from: string; to: string } | null; isLoading: boolean }) {
  const t = useTranslations('comparing');
  const { compare } = useEditor();
  const problem = useStore(compare, (state) => state.problem);
  const sentenceOf = useProblemSentence();
  return (
    <div className="min-w-0 flex-1 basis-60 text-sm">
      <p role="status" className={clsx('wrap-anywhere', isLoading ? 'text-ink-soft' : 'font-semibold')}>
        {problem !== null ? '' : isLoading ? t('loading') : names ? t('heading', names) : ''}
      </p>
      {problem !== null ? (
        <p role="alert" className="wrap-anywhere">
          <span className="font-semibold">{t('failed')}</span> {sentenceOf(problem)}
        </p>
      ) : null}
    </div>
  );
}
