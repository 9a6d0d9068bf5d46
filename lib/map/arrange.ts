import type { Card } from './card';
import { arrangeCardParts, type CardParts } from './cardParts';
import type { Department, DepartmentRole } from './department';
import type { JourneyMap } from './journeyMap';
import type { Lane } from './lane';
import type { Meta } from './meta';
import type { Moment } from './moment';
import { compareOrder } from './order';
import type { Persona } from './persona';
import type { Stage } from './stage';
import type { Step } from './step';
import type { Touchpoint } from './touchpoint';
import type { Transition } from './transition';

/** A step as it stands on the map: its number (1 …), and everything that hangs on it. */
export type ArrangedStep = Step & {
  number: number;
  touchpoints: Touchpoint[];
  departments: (Department & { role: DepartmentRole })[];
  /** By persona id. */
  emotions: ReadonlyMap<string, number>;
  moment: Moment | undefined;
};

/** `unplaced` marks the stand-in stage that collects steps whose own stage was deleted; it has no record. */
export type ArrangedStage = Stage & { steps: ArrangedStep[]; unplaced: boolean };

/** What is visible of a map, in its visible order. Deleted records are left out. */
export type ArrangedMap = {
  meta: Meta;
  personas: Persona[];
  departments: Department[];
  stages: ArrangedStage[];
  /** All steps of all stages, in order. */
  steps: ArrangedStep[];
  /** Those that are shown. */
  lanes: Lane[];
  /** Those that are hidden, in the same order: on the map for nobody, and no loss either. */
  hiddenLanes: Lane[];
  /** Cards of one cell in order, by `cellKey(stepId, laneId)`; of hidden lanes, too. */
  cells: ReadonlyMap<string, Card[]>;
  /** What cards carry beside their text, by the card's id; nothing for those that carry nothing. */
  cardParts: ReadonlyMap<string, CardParts>;
  /** Between visible steps only. */
  transitions: Transition[];
  /** Cards whose step or lane was deleted: shown in a tray, so that no words are lost. */
  unplacedCards: Card[];
};

/** Id of the stand-in stage for steps of deleted stages. */
export const unplacedStageId = 'unplaced';

/** The key of a cell in `ArrangedMap.cells`. */
export function cellKey(stepId: string, laneId: string): string {
  return `${stepId}:${laneId}`;
}

const alive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Compares by order, then by id. */
export const byPosition = (a: { id: string; pos: { order: string } }, b: { id: string; pos: { order: string } }): number =>
  compareOrder({ id: a.id, order: a.pos.order }, { id: b.id, order: b.pos.order });

/** The visible order of a map. Pure, total: any readable map can be arranged. */
export function arrange(map: JourneyMap): ArrangedMap {
  const departments = map.departments.filter(alive).sort(compareOrder);
  const departmentById = new Map(departments.map((department) => [department.id, department]));
  const departmentRank = new Map(departments.map((department, index) => [department.id, index]));
  const stepDepartments = groupBy(map.stepDepartments, (part) => part.stepId);
  const touchpoints = groupBy(map.touchpoints.filter(alive), (touchpoint) => touchpoint.pos.stepId);
  const emotions = groupBy(map.emotions, (emotion) => emotion.stepId);
  const moments = new Map(map.moments.filter(alive).map((moment) => [moment.stepId, moment]));

  const liveStages = map.stages.filter(alive).sort(compareOrder);
  const stageIds = new Set(liveStages.map((stage) => stage.id));
  const stepsByStage = groupBy(map.steps.filter(alive), (step) =>
    stageIds.has(step.pos.stageId) ? step.pos.stageId : unplacedStageId,
  );

  let number = 0;
  const arrangeSteps = (steps: Step[]): ArrangedStep[] =>
    [...steps].sort(byPosition).map((step) => ({
      ...step,
      number: ++number,
      touchpoints: (touchpoints.get(step.id) ?? []).sort(byPosition),
      departments: (stepDepartments.get(step.id) ?? [])
        .flatMap((part) => {
          const department = departmentById.get(part.departmentId);
          return department ? [{ ...department, role: part.role }] : [];
        })
        .sort((a, b) => (departmentRank.get(a.id) ?? 0) - (departmentRank.get(b.id) ?? 0)),
      emotions: new Map((emotions.get(step.id) ?? []).map((emotion) => [emotion.personaId, emotion.value])),
      moment: moments.get(step.id),
    }));

  const stages: ArrangedStage[] = liveStages.map((stage) => ({
    ...stage,
    steps: arrangeSteps(stepsByStage.get(stage.id) ?? []),
    unplaced: false,
  }));
  const homeless = stepsByStage.get(unplacedStageId);
  if (homeless) {
    stages.push({ id: unplacedStageId, order: '~', title: '', steps: arrangeSteps(homeless), unplaced: true });
  }

  const steps = stages.flatMap((stage) => stage.steps);
  const stepIds = new Set(steps.map((step) => step.id));
  const allLanes = map.lanes.filter(alive).sort(compareOrder);
  const laneIds = new Set(allLanes.map((lane) => lane.id));
  const liveCards = map.cards.filter(alive);
  const placed = liveCards.filter((card) => stepIds.has(card.pos.stepId) && laneIds.has(card.pos.laneId));
  const cells = groupBy(placed, (card) => cellKey(card.pos.stepId, card.pos.laneId));
  for (const cards of cells.values()) cards.sort(byPosition);

  return {
    meta: map.meta,
    personas: map.personas.filter(alive).sort(compareOrder),
    departments,
    stages,
    steps,
    lanes: allLanes.filter((lane) => !lane.hidden),
    hiddenLanes: allLanes.filter((lane) => lane.hidden),
    cells,
    cardParts: arrangeCardParts(map),
    transitions: map.transitions.filter(
      (transition) => alive(transition) && stepIds.has(transition.from) && (transition.to === null || stepIds.has(transition.to)),
    ),
    unplacedCards: liveCards.filter((card) => !stepIds.has(card.pos.stepId) || !laneIds.has(card.pos.laneId)).sort(byPosition),
  };
}
