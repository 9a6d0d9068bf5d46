'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { deleteLane, foldLane, setLaneKind } from '@/lib/document/operations/lanes';
import { type Lane, laneKinds } from '@/lib/map/lane';
import { hideLanesOf } from '../commands/hideLane';
import { useEditor } from '../session/EditorContext';
import { StructureButtons } from '../structure/StructureButtons';
import { DeleteButton } from './DeleteButton';
import { LaneHeightField } from './LaneHeightField';
import { Section } from './Section';
import { TextRow } from './TextRow';

/** A row of the map. */
export function LaneInspector({ lane }: { lane: Lane }) {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.laneKind');
  const { doc, canWrite, navigation } = useEditor();
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
        {lane.folded ? null : <LaneHeightField lane={lane} />}
        {canWrite ? (
          <div>
            <Button
              size="sm"
              icon={<EyeOff size={14} aria-hidden="true" />}
              onClick={() => navigation.perform((context) => hideLanesOf(context, [id]))}
            >
              {t('laneHide')}
            </Button>
            <p className="mt-1 text-ink-faint text-xs">{t('laneHideHint')}</p>
          </div>
        ) : null}
      </Section>
      <StructureButtons type="lane" id={id} />
      <DeleteButton label={t('laneDelete')} hint={t('laneDeleteHint')} onDelete={() => deleteLane(doc, { id })} />
    </>
  );
}
