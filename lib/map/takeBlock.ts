import { type ArrangedStep, arrange } from './arrange';
import type { CardContent, ColumnRef, LaneRef, LanesBlock, StepContent, StepsBlock } from './block';
import type { Card } from './card';
import { toPartsContent } from './cardPartsContent';
import { type CardsOf, cardsByCell } from './cardsByCell';
import type { JourneyMap } from './journeyMap';
import type { Lane } from './lane';
import { listLanes } from './listLanes';
import { evidenceOf } from './listLinks';

/** Each with its number among those of the same name. */
function numbered<T>(items: readonly T[], nameOf: (item: T) => string): { item: T; nth: number }[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const nth = counts.get(nameOf(item)) ?? 0;
    counts.set(nameOf(item), nth + 1);
    return { item, nth };
  });
}

/** What lanes are told apart by on another map. */
export function laneName({ kind, title }: Pick<Lane, 'kind' | 'title'>): string {
  return `${kind} ${title.trim()}`;
}

/** Numbers for what is referred to, each once, in the order in which it is first met. */
class Numbers<T> {
  readonly #byId: ReadonlyMap<string, T>;
  readonly #numbers = new Map<string, number>();

  constructor(items: readonly (T & { id: string })[]) {
    this.#byId = new Map(items.map((item) => [item.id, item]));
  }

  of(id: string): number[] {
    if (!this.#byId.has(id)) return [];
    const number = this.#numbers.get(id) ?? this.#numbers.size;
    this.#numbers.set(id, number);
    return [number];
  }

  list(): T[] {
    return [...this.#numbers.keys()].flatMap((id) => this.#byId.get(id) ?? []);
  }
}

type Parts = {
  arranged: ReturnType<typeof arrange>;
  lanes: readonly LaneRef[];
  cardsOf: CardsOf;
  evidence: ReturnType<typeof evidenceOf>;
};

function open(map: JourneyMap): Parts {
  const lanes = numbered(listLanes(map), laneName).map(({ item, nth }) => {
    const { order: _, deletedAt: __, ...lane } = item;
    return { ...lane, nth };
  });
  return { arranged: arrange(map), lanes, cardsOf: cardsByCell(map), evidence: evidenceOf(map) };
}

/** A card as it is copied. Votes were given to the card that was voted on, not to its copies. */
const toContent = ({ id, pos: _, deletedAt: __, votes: ___, ...card }: Card, { arranged, evidence }: Parts): CardContent => ({
  ...card,
  ...toPartsContent(arranged.cardParts.get(id)),
  evidence: evidence({ type: 'card', id }),
});

/** Reads steps with everything on them, and collects what they refer to. */
class StepTaker {
  readonly #parts: Parts;
  readonly #lanes: Numbers<LaneRef>;
  readonly #personas;
  readonly #departments;

  constructor(map: JourneyMap) {
    this.#parts = open(map);
    const { personas, departments } = this.#parts.arranged;
    this.#lanes = new Numbers(this.#parts.lanes);
    this.#personas = new Numbers(
      numbered(personas, ({ name }) => name.trim()).map(({ item: { id, name, description }, nth }) => ({
        id,
        nth,
        name,
        description,
      })),
    );
    this.#departments = new Numbers(
      numbered(departments, ({ name }) => name.trim()).map(({ item: { id, name, colour }, nth }) => ({ id, nth, name, colour })),
    );
  }

  get stages() {
    return this.#parts.arranged.stages;
  }

  take(step: ArrangedStep): StepContent {
    const { title, notes, evidenceLevel, duration, waiting, moment } = step;
    return {
      ...{ title, notes, evidenceLevel },
      ...(duration !== undefined && { duration }),
      ...(waiting !== undefined && { waiting }),
      touchpoints: step.touchpoints.map(({ id: _, pos: __, deletedAt: ___, ...touchpoint }) => touchpoint),
      departments: step.departments.flatMap(({ id, role }) =>
        this.#departments.of(id).map((department) => ({ department, role })),
      ),
      emotions: [...step.emotions].flatMap(([id, value]) => this.#personas.of(id).map((persona) => ({ persona, value }))),
      ...(moment && { moment: { stays: moment.stays, leaves: moment.leaves, gate: moment.gate } }),
      evidence: this.#parts.evidence({ type: 'step', id: step.id }),
      momentEvidence: this.#parts.evidence({ type: 'moment', id: step.id }),
      cards: this.#parts.lanes.flatMap(({ id: laneId }) =>
        this.#parts
          .cardsOf(step.id, laneId)
          .flatMap((card) => this.#lanes.of(laneId).map((lane) => ({ lane, card: toContent(card, this.#parts) }))),
      ),
    };
  }

  surroundings() {
    return { lanes: this.#lanes.list(), personas: this.#personas.list(), departments: this.#departments.list() };
  }
}

/** These steps, as they stand on the map; null when there is none. */
export function takeSteps(map: JourneyMap, ids: readonly string[]): StepsBlock | null {
  const taker = new StepTaker(map);
  const chosen = taker.stages.flatMap(({ steps }) => steps).filter(({ id }) => ids.includes(id));
  const steps = chosen.map((step) => taker.take(step));
  return steps.length === 0 ? null : { kind: 'steps', steps, ...taker.surroundings() };
}

/** These stages with their steps; null when there is none. The stand-in for steps without a stage is none. */
export function takeStages(map: JourneyMap, ids: readonly string[]): StepsBlock | null {
  const taker = new StepTaker(map);
  const chosen = taker.stages.filter(({ id, unplaced }) => !unplaced && ids.includes(id));
  const stages = chosen.map(({ title, steps }) => ({ title, steps: steps.map((step) => taker.take(step)) }));
  return stages.length === 0 ? null : { kind: 'stages', stages, ...taker.surroundings() };
}

/** These lanes with their cards; null when there is none. */
export function takeLanes(map: JourneyMap, ids: readonly string[]): LanesBlock | null {
  const parts = open(map);
  const { arranged, lanes, cardsOf } = parts;
  const columns = new Numbers<ColumnRef>(
    numbered(arranged.steps, ({ title }) => title.trim()).map(({ item: { id, title, number }, nth }) => ({
      id,
      nth,
      title,
      number,
    })),
  );
  const rows = lanes
    .filter(({ id }) => ids.includes(id))
    .map(({ id, nth: _, ...lane }) => ({
      lane,
      cards: arranged.steps.flatMap((step) =>
        cardsOf(step.id, id).flatMap((card) => columns.of(step.id).map((column) => ({ column, card: toContent(card, parts) }))),
      ),
    }));
  return rows.length === 0 ? null : { kind: 'lanes', columns: columns.list(), rows };
}
