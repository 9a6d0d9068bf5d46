import { type ArrangedMap, cellKey } from './arrange';

/** A department and how many cards of each stage somebody of it wrote or changed; stages in their order, the stand-in one left out. */
export type DepartmentContribution = { id: string; name: string; stages: { id: string; title: string; cards: number }[] };

/**
 * Which departments have contributed to which stages, by where their cards lie now; a moved card counts where it is, a deleted one nowhere.
 * `contributions`: card ids by department. Departments that are not on the map any more are left out.
 */
export function tallyContributions(
  map: Pick<ArrangedMap, 'departments' | 'stages' | 'lanes' | 'hiddenLanes' | 'cells'>,
  contributions: readonly { departmentId: string; cards: readonly string[] }[],
): DepartmentContribution[] {
  const byDepartment = new Map(contributions.map(({ departmentId, cards }) => [departmentId, new Set(cards)]));
  const lanes = [...map.lanes, ...map.hiddenLanes];
  const stages = map.stages
    .filter(({ unplaced }) => !unplaced)
    .map(({ id, title, steps }) => ({
      id,
      title,
      cards: steps.flatMap((step) => lanes.flatMap((lane) => map.cells.get(cellKey(step.id, lane.id)) ?? [])),
    }));
  return map.departments.map(({ id, name }) => ({
    id,
    name,
    stages: stages.map(({ cards, ...stage }) => ({
      ...stage,
      cards: cards.filter((card) => byDepartment.get(id)?.has(card.id)).length,
    })),
  }));
}
