'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { Spinner } from '@/components/ui/Spinner';
import type { EvidenceLink, LinkTarget } from '@/lib/map/evidenceLink';
import { linksByTarget, targetKey } from '@/lib/map/listLinks';
import { useEditor } from '../session/EditorContext';
import { GroupList } from './GroupList';
import { LinkedThen } from './LinkedThen';
import { ReasonMonths } from './ReasonMonths';
import { ScoreList } from './ScoreList';
import { useFilterWords } from './useFilterWords';
import { useLinkName } from './useLinkName';
import { useAllLinks } from './useLinks';
import { useTargetFigures } from './useTargetFigures';
import { useTargetName } from './useTargetName';

const noLinks: readonly EvidenceLink[] = [];

/** The scores of what is selected in detail: of all that is linked to it, split by a dimension if wanted, and link by link. */
export function TargetScores({ target }: { target: LinkTarget }) {
  const t = useTranslations('evidence.figures');
  const words = useTranslations('evidence');
  const { evidence } = useEditor();
  const split = useStore(evidence, (state) => state.split);
  const links = linksByTarget(useAllLinks()).get(targetKey(target)) ?? noLinks;
  const { told, splitBy, state, again } = useTargetFigures(target);
  const { nameOf } = useFilterWords();
  const nameOfTarget = useTargetName();
  const splits = told?.splits ?? [];
  const isSplit = splits.includes(split);
  return (
    <section aria-label={nameOfTarget(target)} aria-busy={state === 'fetching'} className="space-y-3">
      <h3 className="font-semibold text-sm">{nameOfTarget(target)}</h3>
      {splits.length > 0 && told && told.scores.length > 0 ? (
        <Select
          size="sm"
          label={t('split')}
          value={isSplit ? split : ''}
          options={[{ value: '', label: t('noSplit') }, ...splits.map((name) => ({ value: name, label: nameOf(name) }))]}
          onChange={(dimension) => evidence.getState().splitBy(dimension)}
        />
      ) : null}
      {told === null && state === 'fetching' ? <Spinner className="mx-auto my-6" /> : null}
      {state === 'failed' ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          {t('failed')}
          <Button size="sm" onClick={again}>
            {t('again')}
          </Button>
        </p>
      ) : null}
      {told?.scores.length === 0 ? (
        <p className="text-ink-soft text-sm">{links.length === 0 ? words('nothingLinked') : t('noScores')}</p>
      ) : null}
      {told && told.scores.length > 0 ? (
        <>
          <ScoreList
            scores={told.scores}
            linked={told.linkedThen}
            below={({ groups }) =>
              isSplit && splitBy === split && groups.length > 0 ? (
                <GroupList key={split} groups={groups} dimension={nameOf(split)} />
              ) : null
            }
          />
          <LinkedThen linked={told.linkedThen} />
          <LinkScores links={links} />
        </>
      ) : null}
      {told?.reasons ? <ReasonMonths reasons={told.reasons} /> : null}
    </section>
  );
}

/** What each of several links came to by itself. */
function LinkScores({ links }: { links: readonly EvidenceLink[] }) {
  const t = useTranslations('evidence.figures');
  const { evidence } = useEditor();
  const known = useStore(evidence, (state) => state.links);
  const scored = links.filter(({ id }) => (known.get(id)?.scores.length ?? 0) > 0);
  if (links.length < 2 || scored.length === 0) return null;
  return (
    <div className="border-line border-t pt-3">
      <h4 className="mb-1 font-semibold text-sm">{t('byLink')}</h4>
      <ul aria-label={t('byLink')} className="flex flex-col divide-y divide-line">
        {scored.map((link) => (
          <LinkScore key={link.id} link={link} />
        ))}
      </ul>
    </div>
  );
}

function LinkScore({ link }: { link: EvidenceLink }) {
  const { evidence } = useEditor();
  const said = useStore(evidence, (state) => state.links.get(link.id));
  const { name, words } = useLinkName()(link);
  return (
    <li className="space-y-2 py-2.5">
      <p className="text-sm">
        <span className="wrap-anywhere font-semibold">{name}</span>{' '}
        <span className="wrap-anywhere text-ink-soft text-xs">{words}</span>
      </p>
      {said ? <ScoreList scores={said.scores} linked={said.linkedThen} /> : null}
      <LinkedThen linked={said?.linkedThen ?? null} />
    </li>
  );
}
