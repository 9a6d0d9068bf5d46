'use client';

import { useTranslations } from 'use-intl';
import { deleteStage } from '@/lib/document/operations/stages';
import type { ArrangedStage } from '@/lib/map/arrange';
import { useEditor } from '../session/EditorContext';
import { StructureButtons } from '../structure/StructureButtons';
import { DeleteButton } from './DeleteButton';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** A group of steps. The stand-in stage for homeless steps has nothing to edit. */
export function StageInspector({ stage }: { stage: ArrangedStage }) {
  const t = useTranslations('editor.inspector');
  const { doc, selection } = useEditor();
  const { id } = stage;
  return (
    <>
      <Section>
        {stage.unplaced ? (
          <p className="text-ink-soft text-sm">{t('stageUnplaced')}</p>
        ) : (
          <TextRow
            label={t('title')}
            placeholder={t('stageTitleHint')}
            rows={1}
            reference={{ type: 'stage', id, field: 'title' }}
          />
        )}
      </Section>
      <Section title={t('stageSteps', { count: stage.steps.length })}>
        <ol className="-mx-2">
          {stage.steps.map((step) => (
            <li key={step.id}>
              <button
                type="button"
                className="flex w-full gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover"
                onClick={() => selection.getState().select({ type: 'step', id: step.id })}
              >
                <span className="w-5 shrink-0 text-right text-ink-faint tabular-nums">{step.number}</span>
                <span className="min-w-0 truncate">{step.title || t('stepUnnamed')}</span>
              </button>
            </li>
          ))}
        </ol>
      </Section>
      {stage.unplaced ? null : (
        <>
          <StructureButtons type="stage" id={id} />
          <DeleteButton label={t('stageDelete')} hint={t('stageDeleteHint')} onDelete={() => deleteStage(doc, { id })} />
        </>
      )}
    </>
  );
}
