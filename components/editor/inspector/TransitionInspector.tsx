'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { deleteTransition, updateTransition } from '@/lib/document/operations/transitions';
import { type Transition, transitionKinds } from '@/lib/map/transition';
import { kindAfter } from '../canvas/interaction/connectSteps';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { DeleteButton } from './DeleteButton';
import { PercentField } from './PercentField';
import { Section } from './Section';
import { ShareSum } from './ShareSum';
import { TargetEvidence } from './TargetEvidence';
import { TextRow } from './TextRow';
import { targetFor } from './targetFor';

/** Stands in the list of targets for none. */
const nowhere = 'nowhere';

/** A way from step to step. */
export function TransitionInspector({ transition }: { transition: Transition }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const steps = useArrangedPart((map) => map.steps);
  const { id, kind, from, to } = transition;
  const nameOf = (step: { number: number; title: string }) => `${step.number} ${step.title || t('stepUnnamed')}`;
  const options = steps.map((step) => ({ value: step.id, label: nameOf(step) }));
  const targets = options.map((option) =>
    option.value === from ? { ...option, label: t('transitionItself', { step: option.label }) } : option,
  );
  // The steps' numbers decide what kind a way is between them.
  const stepById = new Map(steps.map((step) => [step.id, step]));
  const move = (nextFrom: string, nextTo: string | null) =>
    updateTransition(doc, { id, from: nextFrom, to: nextTo, kind: kindAfter({ stepById }, transition, nextFrom, nextTo) });
  return (
    <>
      <Section>
        <Select
          size="sm"
          label={t('transitionKind')}
          value={kind}
          disabled={!canWrite}
          options={transitionKinds.map((value) => ({ value, label: t(`transitionKinds.${value}`) }))}
          onChange={(next) => updateTransition(doc, { id, kind: next, to: targetFor(next, transition, steps) })}
        />
        <Select
          size="sm"
          label={t('transitionFrom')}
          value={from}
          disabled={!canWrite}
          options={options}
          onChange={(next) => move(next, to)}
        />
        <Select
          size="sm"
          label={t('transitionTo')}
          value={to ?? nowhere}
          disabled={!canWrite}
          options={[...targets, { value: nowhere, label: t('transitionNowhere') }]}
          onChange={(next) => move(from, next === nowhere ? null : next)}
        />
        <TextRow
          label={t('transitionLabel')}
          placeholder={t('transitionLabelHint')}
          singleLine
          reference={{ type: 'transition', id, field: 'label' }}
        />
        <PercentField
          label={t('transitionShare')}
          hint={t(
            transition.share !== undefined && transition.label.includes('%') ? 'transitionShareInLabel' : 'transitionShareHint',
          )}
          value={transition.share}
          disabled={!canWrite}
          onChange={(share) => updateTransition(doc, { id, share })}
        />
        <ShareSum stepId={from} />
      </Section>
      <TargetEvidence target={{ type: 'transition', id }} />
      <DeleteButton label={t('transitionDelete')} onDelete={() => deleteTransition(doc, { id })} />
    </>
  );
}
