'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { deleteTransition, updateTransition } from '@/lib/document/operations/transitions';
import type { ArrangedStep } from '@/lib/map/arrange';
import { type Transition, transitionKinds } from '@/lib/map/transition';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { DeleteButton } from './DeleteButton';
import { PercentField } from './PercentField';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** Where a transition leads when its kind changes: an exit leads nowhere, everything else to some other step. */
function targetFor(kind: Transition['kind'], { from, to }: Transition, steps: readonly ArrangedStep[]): string | null {
  if (kind === 'exit') return null;
  if (to !== null) return to;
  const index = steps.findIndex(({ id }) => id === from);
  const other = kind === 'back' ? steps[index - 1] : steps[index + (kind === 'skip' ? 2 : 1)];
  return other?.id ?? steps.find(({ id }) => id !== from)?.id ?? null;
}

/** A way from step to step. */
export function TransitionInspector({ transition }: { transition: Transition }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { steps } = useArrangedMap();
  const { id, kind, from, to } = transition;
  const optionsWithout = (other: string | null) =>
    steps
      .filter((step) => step.id !== other)
      .map((step) => ({ value: step.id, label: `${step.number} ${step.title || t('stepUnnamed')}` }));
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
          options={optionsWithout(to)}
          onChange={(next) => updateTransition(doc, { id, from: next })}
        />
        {to === null ? null : (
          <Select
            size="sm"
            label={t('transitionTo')}
            value={to}
            disabled={!canWrite}
            options={optionsWithout(from)}
            onChange={(next) => updateTransition(doc, { id, to: next })}
          />
        )}
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
      </Section>
      <DeleteButton label={t('transitionDelete')} onDelete={() => deleteTransition(doc, { id })} />
    </>
  );
}
