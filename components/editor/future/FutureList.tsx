'use client';

import { FilePlus2, GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { findBaseline } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useVersions } from '../versions/useVersions';
import type { FutureListed } from './futureRequests';
import { MakeFutureDialog } from './MakeFutureDialog';
import { SignedBadge } from './SignedBadge';

type Props = { futures: readonly FutureListed[]; mayMake: boolean; onDone: () => void };

/** The future states that were derived from the open map: each leads to itself, and is compared with the map or with another one. */
export function FutureList({ futures, mayMake, onDone }: Props) {
  const t = useTranslations('future');
  const words = useTranslations('canvas');
  const sentenceOf = useProblemSentence();
  const { compare, signOffs } = useEditor();
  const { items: versions, problem } = useVersions(true);
  const signed = useStore(signOffs, (state) => findBaseline(state.items ?? []));
  // Before both are known it cannot be said which version one starts from.
  const isKnown = useStore(signOffs, (state) => !state.mayRead || state.items !== null) && versions !== null;
  const [making, setMaking] = useState(false);
  const start = isKnown ? (signed?.version ?? versions?.[0] ?? null) : null;
  const against = (from: FutureListed | null, to: FutureListed) => () => {
    compare.getState().start({ from: { mapId: from?.mapId ?? null, state: 'live' }, to: { mapId: to.mapId, state: 'live' } });
    onDone();
  };
  const make = mayMake ? (
    <Button
      variant="primary"
      icon={<FilePlus2 size={16} aria-hidden="true" />}
      aria-disabled={start === null || undefined}
      onClick={() => start && setMaking(true)}
    >
      {t('make')}
    </Button>
  ) : null;
  return (
    <div className="space-y-4">
      {problem ? (
        <Banner tone="danger" urgent>
          {sentenceOf(problem)}
        </Banner>
      ) : null}
      {futures.length === 0 ? (
        <EmptyState headingLevel={3} title={t('none')} action={make}>
          {t(isKnown && !start && mayMake ? 'noneVersion' : 'noneText')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {futures.map((one, index) => {
            const before = futures[index - 1];
            const title = one.title.trim() || words('untitledMap');
            return (
              <li key={one.mapId} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
                <div className="min-w-0 flex-1 basis-56">
                  <a href={`/maps/${one.mapId}`} className="wrap-anywhere font-semibold">
                    {title}
                  </a>
                  <span className="block text-ink-soft text-sm">{t('fromVersion', { number: one.versionNumber })}</span>
                </div>
                <SignedBadge wasBaseline={one.wasBaseline} fromFile={one.fromFile} isUsual />
                <Button
                  size="sm"
                  icon={<GitCompareArrows size={14} aria-hidden="true" />}
                  aria-label={t('compareOne', { title })}
                  onClick={against(null, one)}
                >
                  {t('compareNow')}
                </Button>
                {before ? (
                  <Button size="sm" variant="ghost" onClick={against(before, one)}>
                    {t('compareOther', { title: before.title.trim() || words('untitledMap') })}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {futures.length > 0 ? <div className="flex justify-end">{make}</div> : null}
      {making && start ? <MakeFutureDialog version={start} isSigned={signed !== null} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}
