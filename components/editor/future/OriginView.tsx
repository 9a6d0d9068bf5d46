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
  const against = (state: ComparedSide['state']) => () => {
    compare.getState().start({ from: { mapId: source.mapId, state }, to: { mapId: null, state: 'live' } });
    onDone();
  };
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
      {source.mapId === null ? null : (
        <div className="flex flex-wrap gap-2">
          {version.isThere ? (
            <Button size="sm" icon={<GitCompareArrows size={14} aria-hidden="true" />} onClick={against(version.number)}>
              {t('compareBaseline')}
            </Button>
          ) : null}
          <Button size="sm" icon={<GitCompareArrows size={14} aria-hidden="true" />} onClick={against('live')}>
            {t('compareCurrent')}
          </Button>
          <a href={`/maps/${source.mapId}`} className={buttonClass({ variant: 'ghost', size: 'sm' })}>
            {t('openCurrent')}
          </a>
        </div>
      )}
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
