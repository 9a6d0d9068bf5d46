'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { TableChoices, TableTarget } from '@/lib/map/table/tablePlan';

type Props = {
  choices: TableChoices;
  targets: readonly TableTarget[];
  map: ArrangedMap;
  onChange: (choices: TableChoices) => void;
};

/** How a table is read, and where it goes. */
export function TableChoiceFields({ choices, targets, map, onChange }: Props) {
  const t = useTranslations('table');
  const labelOf = useTargetLabel(map);
  const switches = ['titles', 'names', 'swapped'] as const;
  return (
    <div className="space-y-3">
      <Select
        label={t('to')}
        value={String(Math.max(0, targets.indexOf(choices.to)))}
        options={targets.map((target, at) => ({ value: String(at), label: labelOf(target) }))}
        onChange={(at) => onChange({ ...choices, to: targets[Number(at)] ?? { type: 'end' } })}
      />
      <div>
        {switches.map((name) => (
          <Switch
            key={name}
            label={t(name)}
            checked={choices[name]}
            onChange={(checked) => onChange({ ...choices, [name]: checked })}
          />
        ))}
      </div>
    </div>
  );
}

function useTargetLabel(map: ArrangedMap): (target: TableTarget) => string {
  const t = useTranslations('table');
  const kinds = useTranslations('canvas.laneKind');
  return (target) => {
    if (target.type === 'end') return t('target.end');
    if (target.type === 'endOfStage') {
      const stage = map.stages.find(({ id }) => id === target.stageId);
      return t('target.endOfStage', { title: stage?.title.trim() || t('untitled') });
    }
    const step = map.steps.find(({ id }) => id === target.stepId);
    const number = step?.number ?? 0;
    if (target.type === 'afterStep') return t('target.afterStep', { number, title: step?.title.trim() ?? '' }).trim();
    const lane = map.lanes.find(({ id }) => id === target.laneId);
    return t('target.cells', { number, lane: lane ? lane.title.trim() || kinds(lane.kind) : '' });
  };
}
