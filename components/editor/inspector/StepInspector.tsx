'use client';

import { useTranslations } from 'use-intl';
import { setStepDuration, setStepEvidenceLevel, setStepWaiting } from '@/lib/document/operations/stepFacts';
import { deleteStep } from '@/lib/document/operations/steps';
import type { ArrangedStep } from '@/lib/map/arrange';
import { useEditor } from '../session/EditorContext';
import { StructureButtons } from '../structure/StructureButtons';
import { DeleteButton } from './DeleteButton';
import { EvidenceLevelField } from './EvidenceLevelField';
import { MinutesField } from './MinutesField';
import { Section } from './Section';
import { StepDepartments } from './StepDepartments';
import { StepEmotions } from './StepEmotions';
import { StepMoment } from './StepMoment';
import { StepTouchpoints } from './StepTouchpoints';
import { StepWays } from './StepWays';
import { TargetEvidence } from './TargetEvidence';
import { TextRow } from './TextRow';

/** Everything that is said about one step. */
export function StepInspector({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { id } = step;
  const minutes = { error: t('minutesError'), disabled: !canWrite };
  return (
    <>
      <Section>
        <TextRow label={t('title')} placeholder={t('stepTitleHint')} rows={1} reference={{ type: 'step', id, field: 'title' }} />
        <EvidenceLevelField
          value={step.evidenceLevel}
          disabled={!canWrite}
          onChange={(level) => level !== 'none' && setStepEvidenceLevel(doc, { id, evidenceLevel: level })}
        />
      </Section>
      <TargetEvidence target={{ type: 'step', id }} />
      <StepMoment step={step} />
      <StepWays step={step} />
      <StepEmotions step={step} />
      <StepTouchpoints step={step} />
      <StepDepartments step={step} />
      <Section title={t('times')}>
        <div className="grid grid-cols-2 gap-3">
          <MinutesField
            {...minutes}
            label={t('duration')}
            value={step.duration}
            onChange={(value) => setStepDuration(doc, { id, minutes: value ?? null })}
          />
          <MinutesField
            {...minutes}
            label={t('waiting')}
            value={step.waiting}
            onChange={(value) => setStepWaiting(doc, { id, minutes: value ?? null })}
          />
        </div>
        <p className="text-ink-faint text-xs">{t('minutesHint')}</p>
      </Section>
      <Section title={t('notes')}>
        <TextRow label={t('notesLabel')} placeholder={t('notesHint')} rows={3} reference={{ type: 'step', id, field: 'notes' }} />
      </Section>
      <StructureButtons type="step" id={id} />
      <DeleteButton label={t('stepDelete')} hint={t('stepDeleteHint')} onDelete={() => deleteStep(doc, { id })} />
    </>
  );
}
