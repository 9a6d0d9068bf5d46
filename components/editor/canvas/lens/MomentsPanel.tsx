'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { listMoments, type MomentStep } from '@/lib/map/momentTally';
import { isApple } from '../../commands/shortcut';
import { shortcutOf } from '../../commands/shortcutOf';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { findStepIdOf } from '../geometry/mapIndex';
import { MomentSign } from '../nodes/signs';

/** The all-or-nothing moments one by one: what makes the customer stay or leave there, and whether they do. */
export function MomentsPanel() {
  const t = useTranslations('editor.lens.moments');
  const { selection } = useEditor();
  const canvas = useCanvas();
  const index = useMapIndex();
  const locale = useLocale();
  const apple = isApple(navigator.platform);
  const moments = listMoments(index.map);
  const stepId = useStore(selection, (state) => {
    const at = primaryOf(state);
    return at ? findStepIdOf(index, at) : null;
  });
  const place = moments.findIndex(({ id }) => id === stepId);
  const found = moments[place];
  if (moments.length === 0) return <p className="text-ink-soft text-sm">{t('empty')}</p>;
  return (
    <>
      <div className="flex items-center gap-1">
        <p className="flex-1 text-ink-soft text-sm">
          {found ? t('place', { place: place + 1, count: moments.length }) : t('here', { count: moments.length })}
        </p>
        <IconButton
          label={t('previous')}
          shortcut={shortcutOf('previousMoment', apple, locale) ?? ''}
          icon={<ChevronLeft size={18} />}
          onClick={() => canvas.commands.run('previousMoment')}
        />
        <IconButton
          label={t('next')}
          shortcut={shortcutOf('nextMoment', apple, locale) ?? ''}
          icon={<ChevronRight size={18} />}
          onClick={() => canvas.commands.run('nextMoment')}
        />
      </div>
      {found ? <MomentFacts step={found} /> : <p className="text-sm">{t('start')}</p>}
    </>
  );
}

function MomentFacts({ step: { number, title, moment } }: { step: MomentStep }) {
  const t = useTranslations('editor.lens.moments');
  const gates = useTranslations('canvas.gate');
  const untitled = useTranslations('editor.canvas')('untitled');
  const texts = [
    { name: t('stays'), text: moment.stays.trim() },
    { name: t('leaves'), text: moment.leaves.trim() },
  ];
  return (
    <>
      <p className="mt-1 font-semibold text-base">
        {number} {title.trim() || untitled}
      </p>
      <p className="mt-1 flex items-center gap-2 text-sm">
        <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true">
          <MomentSign gate={moment.gate} x={12} y={12} radius={11} />
        </svg>
        {gates(moment.gate)}
      </p>
      <dl className="mt-3 space-y-2 text-sm">
        {texts.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-ink-soft text-xs">{name}</dt>
            <dd className={text === '' ? 'text-ink-faint italic' : 'whitespace-pre-wrap'}>{text || t('unsaid')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
