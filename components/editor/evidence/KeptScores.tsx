'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { LinkTarget } from '@/lib/map/evidenceLink';
import { useEditor } from '../session/EditorContext';
import { Distribution } from './Distribution';
import { FigureLine } from './FigureLine';

/** The scores of one thing as they were kept with the version that is looked at, which has those of steps. */
export function KeptScores({ target }: { target: LinkTarget }) {
  const t = useTranslations('evidence');
  const { evidence } = useEditor();
  const onMap = useStore(evidence, (state) => state.onMap);
  const figures = (target.type === 'step' && onMap?.get(target.id)?.figures) || [];
  if (target.type !== 'step') return <p className="text-ink-soft text-sm">{t('kept.onlySteps')}</p>;
  if (figures.length === 0) return onMap ? <p className="text-ink-soft text-sm">{t('kept.notHere')}</p> : null;
  return (
    <ul aria-label={t('scores')} className="flex flex-col gap-2">
      {figures.map((shown, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has each score once, and they have no ids.
        <li key={at} className="rounded-md bg-evidence-tint px-3 py-2 inset-ring inset-ring-evidence-line">
          <FigureLine shown={shown} />
          <Distribution figure={shown.figure} />
        </li>
      ))}
    </ul>
  );
}
