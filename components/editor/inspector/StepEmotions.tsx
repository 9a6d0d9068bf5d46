'use client';

import { useTranslations } from 'use-intl';
import { setEmotion } from '@/lib/document/operations/emotions';
import type { ArrangedStep } from '@/lib/map/arrange';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { EmotionSlider } from './EmotionSlider';
import { Section } from './Section';

/** How each persona feels at the step. */
export function StepEmotions({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const words = useTranslations('canvas');
  const { doc, canWrite } = useEditor();
  const personas = useArrangedPart((map) => map.personas);
  return (
    <Section title={words('emotion')}>
      {personas.length === 0 ? <p className="text-ink-faint text-sm">{t('emotionNoPersona')}</p> : null}
      {personas.map((persona, index) => (
        <EmotionSlider
          key={persona.id}
          label={persona.name || t('personaUnnamed')}
          sample={personas.length > 1 ? index : null}
          value={step.emotions.get(persona.id)}
          disabled={!canWrite}
          onChange={(value) => setEmotion(doc, { stepId: step.id, personaId: persona.id, value })}
        />
      ))}
    </Section>
  );
}
