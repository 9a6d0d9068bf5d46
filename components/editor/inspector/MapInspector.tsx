'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass } from '@/components/ui/Field';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { setAsOf, setMapKind } from '@/lib/document/operations/meta';
import { mapKinds } from '@/lib/map/meta';
import { HiddenLaneList } from '../lanes/HiddenLaneList';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { DepartmentList } from './DepartmentList';
import { FieldLabel } from './FieldLabel';
import { PersonaList } from './PersonaList';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** What the map as a whole is about. */
export function MapInspector() {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.mapKind');
  const { doc, canWrite } = useEditor();
  const meta = useArrangedPart((map) => map.meta);
  const hiddenLanes = useArrangedPart((map) => map.hiddenLanes);
  const lanes = useTranslations('editor.lanes');
  const dayId = useId();
  return (
    <>
      <Section>
        <TextRow label={t('mapTitle')} placeholder={t('mapTitleHint')} singleLine reference={{ type: 'meta', field: 'title' }} />
        <TextRow label={t('scenario')} placeholder={t('scenarioHint')} reference={{ type: 'meta', field: 'scenario' }} />
        <TextRow label={t('goal')} placeholder={t('goalHint')} reference={{ type: 'meta', field: 'goal' }} />
        <div>
          <FieldLabel>{t('mapKind')}</FieldLabel>
          <SegmentedControl
            size="sm"
            className="w-full"
            label={t('mapKind')}
            value={meta.kind}
            options={mapKinds.map((value) => ({ value, label: kinds(value), disabled: !canWrite }))}
            onChange={(kind) => setMapKind(doc, { kind })}
          />
        </div>
        <div>
          <FieldLabel htmlFor={dayId}>{t('asOf')}</FieldLabel>
          <input
            id={dayId}
            type="date"
            value={meta.asOf}
            disabled={!canWrite}
            onChange={(event) => setAsOf(doc, { asOf: event.target.value })}
            className={`${controlClass} h-8 text-sm! pointer-coarse:h-11`}
          />
        </div>
        <TextRow label={t('mapNotes')} placeholder={t('mapNotesHint')} rows={3} reference={{ type: 'meta', field: 'notes' }} />
      </Section>
      <PersonaList />
      <DepartmentList />
      {hiddenLanes.length > 0 ? (
        <Section title={lanes('hidden', { count: hiddenLanes.length })}>
          <HiddenLaneList lanes={hiddenLanes} />
        </Section>
      ) : null}
    </>
  );
}
