import { useTranslations } from 'use-intl';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { PlannedLane, TablePlan } from '@/lib/map/table/tablePlan';

type Label = { title: string; what: string };

const isSame = (a: PlannedLane, b: PlannedLane): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a row of a planned table becomes, in words: which lane, a new one, or whose curve. */
export function useRowLabel(map: ArrangedMap): (rows: TablePlan['rows'], rank: number) => Label {
  const t = useTranslations('table.lane');
  const kinds = useTranslations('canvas.laneKind');
  const inspector = useTranslations('editor.inspector');

  const ofLane = (lane: PlannedLane): Label => {
    if (lane.id === null) {
      const title = lane.title || (lane.kind === 'custom' ? '' : kinds(lane.kind));
      return { title, what: lane.kind === 'custom' ? t('own') : t('new', { title: kinds(lane.kind) }) };
    }
    const known = map.lanes.find(({ id }) => id === lane.id);
    const hidden = known ? undefined : map.hiddenLanes.find(({ id }) => id === lane.id);
    const record = known ?? hidden;
    const title = record ? record.title.trim() || kinds(record.kind) : '';
    return { title, what: t(hidden ? 'hidden' : 'known', { title }) };
  };

  return (rows, rank) => {
    const row = rows[rank]?.row;
    if (!row) return { title: '', what: '' };
    if (row.type === 'emotion') {
      const persona = map.personas.find(({ id }) => id === row.personaId);
      const what = persona ? t('emotion', { name: persona.name.trim() || inspector('personaUnnamed') }) : t('newPersona');
      return { title: '', what };
    }
    const above = rows[rank - 1]?.row;
    const label = ofLane(row.lane);
    const same = rows[rank]?.name === '' && above && above.type !== 'emotion' && isSame(above.lane, row.lane);
    return same ? { title: label.title, what: t('same') } : label;
  };
}
