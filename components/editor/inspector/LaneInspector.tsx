'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { deleteLane, foldLane, setLaneKind } from '@/lib/document/operations/lanes';
import { type Lane, laneKinds } from '@/lib/map/lane';
import { useEditor } from '../session/EditorContext';
import { StructureButtons } from '../structure/StructureButtons';
import { DeleteButton } from './DeleteButton';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** A row of the map. */
export function LaneInspector({ lane }: { lane: Lane }) {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.laneKind');
  const { doc, canWrite } = useEditor();
  const { id } = lane;
  return (
    <>
      <Section>
        <TextRow label={t('title')} placeholder={kinds(lane.kind)} singleLine reference={{ type: 'lane', id, field: 'title' }} />
        <Select
          size="sm"
          label={t('laneKind')}
          hint={t(`laneHint.${lane.kind}`)}
          value={lane.kind}
          disabled={!canWrite}
          options={laneKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
          onChange={(kind) => setLaneKind(doc, { id, kind })}
        />
        <Switch
          label={<span className="text-sm">{t('laneFolded')}</span>}
          checked={lane.folded === true}
          disabled={!canWrite}
          onChange={(folded) => foldLane(doc, { id, folded })}
        />
      </Section>
      <StructureButtons type="lane" id={id} />
      <DeleteButton label={t('laneDelete')} hint={t('laneDeleteHint')} onDelete={() => deleteLane(doc, { id })} />
    </>
  );
}
