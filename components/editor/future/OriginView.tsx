'use client';

import { GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import type { ComparedSide } from '@/lib/versions/comparedSide';
import { useEditor } from '../session/EditorContext';
import { useVersionWords } from '../versions/useVersionWords';
import type { FutureOrigin } from './futureRequests';
import { SignedBadge } from './SignedBadge';

/** What a future state starts from, what of it is missing, and the ways to compare with it. */
export function OriginView({ origin, onDone }: { origin: FutureOrigin; onDone: () => void }) {
  const t = useTranslations('future');
  const { compare } = useEditor();
  const { titleOf, timeOf } = useVersionWords();
  const { source, version } = origin;
  const against = (from: ComparedSide) => () => {
    compare.getState().start({ from, to: { mapId: null, state: 'live' } });
    onDone();
  };
  // The version has its scores, too; what is kept of it here is there whatever became of it.
  const start: ComparedSide | null = version.isThere
    ? { mapId: source.mapId, state: version.number }
    : origin.hasContent
      ? { mapId: null, state: 'baseline' }
      : null;
  const title = titleOf(version);
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-64">
          {t('startsFrom')} <span className="wrap-anywhere font-semibold">{title}</span>
          <span className="block wrap-anywhere text-ink-soft text-sm">
            {t('ofMap', { map: source.title, time: timeOf(version) })}
          </span>
        </p>
        <SignedBadge wasBaseline={origin.isBaseline || origin.wasBaseline} fromFile={origin.fromFile && !origin.isBaseline} />
      </div>
      <Missing origin={origin} title={title} />
      {start || source.mapId !== null ? (
        <div className="flex flex-wrap gap-2">
          {start ? (
            <Button size="sm" icon={<GitCompareArrows size={14} aria-hidden="true" />} onClick={against(start)}>
              {t('compareBaseline')}
            </Button>
          ) : null}
          {source.mapId === null ? null : (
            <>
              <Button
                size="sm"
                icon={<GitCompareArrows size={14} aria-hidden="true" />}
                onClick={against({ mapId: source.mapId, state: 'live' })}
              >
                {t('compareCurrent')}
              </Button>
              <a href={`/maps/${source.mapId}`} className={buttonClass({ variant: 'ghost', size: 'sm' })}>
                {t('openCurrent')}
              </a>
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** What of the origin is missing, in a sentence for each. */
function Missing({ origin: { source, version, hasContent, fromFile }, title }: { origin: FutureOrigin; title: string }) {
  const t = useTranslations('future');
  const away = fromFile ? 'sourceElsewhere' : 'sourceAway';
  const sentences = [
    ...(source.place === 'bin' ? [t('sourceInBin', { map: source.title })] : []),
    ...(source.place === 'away' ? [t(away, { map: source.title })] : []),
    ...(source.place === 'here' && !version.isThere ? [t(fromFile ? 'versionNotHere' : 'versionGone', { title })] : []),
    ...(hasContent ? [] : [t('contentMissing')]),
  ];
  if (sentences.length === 0 && !fromFile) return null;
  const told = [
    ...sentences,
    ...(hasContent && sentences.length > 0 ? [t('contentKept')] : []),
    ...(fromFile ? [t('fromFile')] : []),
  ];
  return <Banner tone="warning">{told.join(' ')}</Banner>;
}
