'use client';

import { Maximize } from 'lucide-react';
import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { findWay } from '@/lib/map/ways/listWays';
import type { Way, WaysToEnd } from '@/lib/map/ways/way';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { boxAround } from '../geometry/box';
import { findBoxOf } from '../geometry/boxOf';
import { ShareWarnings } from './ShareWarnings';
import { useWays } from './useWays';
import { useWayWords } from './useWayWords';

/** The ways through the journey, end by end. Choosing one, by pointer or with the arrow keys, highlights it. */
export function WaysPanel() {
  const t = useTranslations('editor.lens.ways');
  const { lens } = useEditor();
  const canvas = useCanvas();
  const wayId = useStore(lens, (state) => state.wayId);
  const ways = useWays();
  const wordsOf = useWayWords();
  const name = useId();
  const chosen = wayId === null ? null : findWay(ways, wayId);

  const choose = (way: Way | null): void => {
    lens.getState().showWay(way?.id ?? null);
    if (way) canvas.context().announce('way', { way: wordsOf(way) });
  };
  const showWhole = (way: Way): void => {
    const index = canvas.index.get();
    const boxes = [...way.steps.map((id) => ({ type: 'step', id }) as const), ...way.taken.flatMap(toTransition)];
    const box = boxAround(boxes.flatMap((reference) => findBoxOf(index, reference) ?? []));
    if (box) canvas.view.fit(box);
  };
  if (ways.count === 0) return <p className="text-ink-soft text-sm">{t(ways.more ? 'tooMany' : 'empty')}</p>;
  return (
    <div className="space-y-4">
      <p className="text-ink-soft text-sm">{t('intro')}</p>
      <ShareWarnings />
      <WayOption name={name} checked={chosen === null} onChoose={() => choose(null)}>
        {t('none')}
      </WayOption>
      {ways.ends.map((group) => (
        <fieldset key={group.end.key} className="min-w-0">
          <legend className="mb-1 font-semibold text-sm">
            <EndName group={group} />
          </legend>
          {group.ways.map((way) => (
            <WayOption key={way.id} name={name} checked={way.id === wayId} onChoose={() => choose(way)}>
              <span className="block">{wordsOf(way)}</span>
              <WayFacts way={way} />
            </WayOption>
          ))}
        </fieldset>
      ))}
      {ways.more ? <p className="text-ink-soft text-sm">{t('more', { count: ways.count })}</p> : null}
      {chosen ? (
        <Button size="sm" icon={<Maximize size={14} aria-hidden="true" />} onClick={() => showWhole(chosen)}>
          {t('fit')}
        </Button>
      ) : null}
    </div>
  );
}

const toTransition = (id: string | null): { type: 'transition'; id: string }[] =>
  id === null ? [] : [{ type: 'transition', id }];

type OptionProps = { name: string; checked: boolean; onChoose: () => void; children: React.ReactNode };

/** One choice of the list: the whole line can be pressed, and is as high as a finger needs. */
function WayOption({ name, checked, onChoose, children }: OptionProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover has-checked:bg-accent-soft pointer-coarse:min-h-11">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="mt-0.5 size-4 shrink-0 accent-(--focus)" />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}

/** Where the ways of a group end, in words. */
function EndName({ group: { end } }: { group: WaysToEnd }) {
  const t = useTranslations('editor.lens.ways');
  const kinds = useTranslations('canvas.transition');
  const { map, stepRecords } = useMapIndex();
  const step = stepRecords.get(end.stepId);
  const number = step?.number ?? 0;
  if (end.kind === 'end') return t('end', { number, title: step?.title.trim() ?? '' });
  const label = map.transitions.find(({ id }) => id === end.transitionId)?.label.trim() ?? '';
  return t('exit', { number, words: label === '' ? kinds('exit') : label });
}

function WayFacts({ way }: { way: Way }) {
  const t = useTranslations('editor.lens.ways');
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
  const facts = [
    way.share === null ? t('shareUnknown') : t('share', { share: percent(way.share) }),
    ...(way.loops > 0 ? [t('loops', { count: way.loops })] : []),
  ];
  return <span className="block text-ink-soft text-xs">{facts.join(' · ')}</span>;
}
