'use client';

import { useTranslations } from 'use-intl';
import { setEvidenceLevel } from '@/lib/document/operations/evidence';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { useEditor } from '../session/EditorContext';
import { common } from './common';
import { EvidenceLevelField } from './EvidenceLevelField';
import { Section } from './Section';

type Props = { steps: readonly ArrangedStep[]; cards: readonly Card[] };

/** What several steps, or steps and cards, have in common: how they are known. */
export function SeveralInspector({ steps, cards }: Props) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite, undo } = useEditor();
  const level = common([
    ...steps.map(({ evidenceLevel }) => evidenceLevel),
    ...cards.map(({ evidenceLevel }) => evidenceLevel ?? ('none' as const)),
  ]);
  return (
    <Section>
      <EvidenceLevelField
        value={level ?? 'various'}
        {...(cards.length > 0 ? { none: t('evidenceNone') } : {})}
        disabled={!canWrite}
        onChange={(next) => {
          const evidenceLevel = next === 'none' ? null : next;
          setEvidenceLevel(doc, { stepIds: steps.map(({ id }) => id), cardIds: cards.map(({ id }) => id), evidenceLevel });
          undo.stopCapturing();
        }}
      />
      <p className="text-ink-faint text-sm">{t('severalHint')}</p>
    </Section>
  );
}
