'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Select } from '@/components/ui/Select';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import { readComparedSide } from '@/lib/versions/comparedSide';
import { useEditor } from '../session/EditorContext';
import { useVersions } from '../versions/useVersions';
import { useVersionWords } from '../versions/useVersionWords';
import { firstChoice } from './chooseSides';
import { useOtherMaps, useStatesOf } from './useStateChoice';

type Props = {
  /** One of the two that is known already. */
  version?: number;
  onClose: () => void;
  onStart?: () => void;
};

/** Chooses the two states that are compared: versions of the map, the map as it is now, and states of another map before them. */
export function CompareDialog({ version, onClose, onStart }: Props) {
  const t = useTranslations('comparing');
  const more = useTranslations('history');
  const { compare, versions, session, future } = useEditor();
  const origin = useStore(future, (state) => state.facts?.origin);
  const { titleOf, timeOf } = useVersionWords();
  const sentenceOf = useProblemSentence();
  const { items, hasMore, loading, problem, loadMore } = useVersions(true);
  const others = useOtherMaps();
  const asked = useStore(compare, (state) => state.asked);
  const first = firstChoice(
    version === undefined ? asked : null,
    session.mapId,
    version ?? versions.getState().wanted ?? items?.[0]?.number,
  );
  const [chosen, setChosen] = useState<{ mapId?: string; from?: string | undefined; to?: string | undefined }>({});
  const mapId = chosen.mapId ?? first.mapId;
  const states = useStatesOf(mapId);
  const isForeign = (side: 'from' | 'to'): boolean => mapId !== '' && side === first.other;
  const stateOf = (side: 'from' | 'to'): string => {
    const known = chosen[side];
    if (known !== undefined) return known;
    if (mapId === first.mapId) return first[side];
    // Another map was chosen than at first, or this one alone.
    if (mapId === '') return firstChoice(null, session.mapId, items?.[0]?.number)[side] || 'live';
    return isForeign(side) ? states.preferred : first[side];
  };
  const [from, to] = [stateOf('from'), stateOf('to')];
  const own = [
    { value: 'live', label: t('now') },
    ...(origin?.hasContent ? [{ value: 'baseline', label: t('start', { version: titleOf(origin.version) }) }] : []),
    ...(items ?? []).map((item) => ({ value: String(item.number), label: `${titleOf(item)} – ${timeOf(item)}` })),
  ];
  /** With one that stands further down the list than it is here. */
  const withChosen = (options: readonly { value: string; label: string }[], value: string) =>
    value === '' || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  const optionsOf = (side: 'from' | 'to') => withChosen(isForeign(side) ? states.options : own, stateOf(side));
  const sideOf = (side: 'from' | 'to') => readComparedSide(`${isForeign(side) ? `${mapId}@` : ''}${stateOf(side)}`);
  const isSame = mapId === '' && from === to;
  const start = (): void => {
    const [before, after] = [sideOf('from'), sideOf('to')];
    if (!before || !after || isSame) return;
    compare.getState().start({ from: before, to: after });
    onStart?.();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('dialog.title')}
      description={t('dialog.text')}
      footer={
        <Button variant="primary" onClick={start} aria-disabled={isSame || from === '' || to === '' || undefined}>
          {t('dialog.start')}
        </Button>
      }
    >
      {problem ? (
        <Banner tone="danger" urgent>
          {sentenceOf(problem)}
        </Banner>
      ) : null}
      {items?.length === 0 && others.options.length === 0 ? (
        <p className="text-ink-soft">{t('dialog.none')}</p>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          {others.options.length > 0 ? (
            <div className="sm:col-span-2">
              <Select
                label={t('dialog.map')}
                value={mapId}
                options={withChosen([{ value: '', label: t('dialog.thisMap') }, ...others.options], mapId)}
                onChange={(next) => setChosen({ ...chosen, mapId: next, [first.other]: undefined })}
              />
            </div>
          ) : null}
          <Select
            label={t('dialog.from')}
            value={from}
            options={optionsOf('from')}
            onChange={(next) => setChosen({ ...chosen, from: next })}
          />
          <Select
            label={t('dialog.to')}
            value={to}
            options={optionsOf('to')}
            onChange={(next) => setChosen({ ...chosen, to: next })}
          />
          <p role="status" className="text-ink-soft text-sm sm:col-span-2">
            {isSame ? t('dialog.same') : ''}
          </p>
        </div>
      )}
      {hasMore ? (
        <Button size="sm" busy={loading} onClick={loadMore}>
          {more('older')}
        </Button>
      ) : null}
    </Dialog>
  );
}
