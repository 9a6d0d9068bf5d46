'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { ArrangedMap } from '@/lib/map/arrange';
import { guessChoices, planTable } from '@/lib/map/table/planTable';
import type { TableChoices, TablePlan, TableTarget } from '@/lib/map/table/tablePlan';
import { useArrangedMap } from '../session/EditorContext';
import type { PastedTable } from './pastedTable';
import { TableChoiceFields } from './TableChoiceFields';
import { TablePreview } from './TablePreview';
import { TableRemarks } from './TableRemarks';

/** Whether a place is still on the map: others may delete it while one looks. */
function isThere(map: ArrangedMap, target: TableTarget): boolean {
  if (target.type === 'end') return true;
  if (target.type === 'endOfStage') return map.stages.some(({ id }) => id === target.stageId);
  const step = map.steps.some(({ id }) => id === target.stepId);
  return target.type === 'afterStep' ? step : step && map.lanes.some(({ id }) => id === target.laneId);
}

/** The map with the persona first that is looked at: a curve that names nobody is hers. */
function withFirst(map: ArrangedMap, personaId: string | null): ArrangedMap {
  const first = map.personas.filter(({ id }) => id === personaId);
  return { ...map, personas: [...first, ...map.personas.filter(({ id }) => id !== personaId)] };
}

type Props = {
  pasted: PastedTable;
  /** The persona whose emotions are looked at alone; null for all. */
  alone: string | null;
  onClose: () => void;
  onInsert: (plan: TablePlan) => void;
};

/** A pasted table before it goes onto the map: how it is read, where it goes, and what it becomes, on the map as it is at that moment. */
export function TablePasteDialog({ pasted: { table, targets }, alone, onClose, onInsert }: Props) {
  const t = useTranslations('table');
  const live = useArrangedMap();
  const map = useMemo(() => withFirst(live, alone), [live, alone]);
  const [chosen, setChosen] = useState<TableChoices>(() => guessChoices(table, map, targets));
  const there = targets.filter((target) => isThere(map, target));
  const to = there.includes(chosen.to) ? chosen.to : (there[0] ?? { type: 'end' });
  const choices = useMemo(() => ({ ...chosen, to }), [chosen, to]);
  const plan = useMemo(() => planTable(table, choices, map), [table, choices, map]);
  const possible = plan.problems.length === 0;
  return (
    <Dialog
      open
      size="lg"
      title={t('title')}
      description={t('intro')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            aria-disabled={!possible || undefined}
            onClick={() => {
              if (possible) onInsert(plan);
            }}
          >
            {t('insert')}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <TableChoiceFields choices={choices} targets={there} map={map} onChange={setChosen} />
        <TableRemarks plan={plan} />
        <TablePreview plan={plan} map={map} />
      </div>
    </Dialog>
  );
}
