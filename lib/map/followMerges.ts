import { absorbStage, absorbStep, type StepWithMoment } from './absorbStep';
import type { DepartmentRole } from './department';
import type { JourneyMap } from './journeyMap';
import type { Moment } from './moment';
import { compareOrder } from './order';
import type { Stage } from './stage';
import type { Step } from './step';
import { findSuccessors, type Successors } from './successors';

/** A map as it was read, and as it is after following; for working out only what has changed since. */
export type Followed = { raw: JourneyMap; map: JourneyMap };

/**
 * The map with everything that lies in a merged step or stage moved to what stands for it now. Merging moves what is there; this is for what
 * somebody else put there at the same time. A map without mergings, and every record that nothing happens to, is the same object as before.
 */
export function followMerges(raw: JourneyMap, last?: Followed): JourneyMap {
  const steps = findSuccessors(raw.steps);
  const stages = findSuccessors(raw.stages);
  if (!steps && !stages) return raw;
  const unmoved = last !== undefined && last.raw.steps === raw.steps && last.raw.stages === raw.stages;
  const follow = <C extends keyof JourneyMap>(collection: C, run: (records: JourneyMap[C]) => JourneyMap[C]): JourneyMap[C] => {
    if (unmoved && last.raw[collection] === raw[collection]) return last.map[collection];
    return steps ? run(raw[collection]) : raw[collection];
  };
  const heirOf = (id: string): string => steps?.heirs.get(id) ?? id;
  const leadOn = ({ links, transitions }: JourneyMap): JourneyMap['links'] =>
    steps ? followLinks(links, transitions, heirOf) : links;
  const rank = rankSteps(raw);
  const same = unmoved && last.raw.moments === raw.moments;
  const told = same ? last.map : { ...followTexts(raw, steps, rank), stages: followStages(raw.stages, stages) };
  return {
    meta: raw.meta,
    stages: told.stages,
    steps: same ? told.steps : placeSteps(told.steps, stages),
    touchpoints: follow('touchpoints', (records) => followPlaces(records, heirOf)),
    departments: raw.departments,
    stepDepartments: follow('stepDepartments', (records) => followParts(records, heirOf, rank)),
    personas: raw.personas,
    emotions: follow('emotions', (records) => followEmotions(records, heirOf, rank)),
    moments: told.moments,
    lanes: raw.lanes,
    cards: follow('cards', (records) => followPlaces(records, heirOf)),
    attachments: raw.attachments,
    cardTags: raw.cardTags,
    cardLinks: raw.cardLinks,
    transitions: follow('transitions', (records) => followTransitions(records, heirOf)),
    // They are about what differs, and so about what was merged away, too.
    reasons: raw.reasons,
    links: unmoved && last.raw.transitions !== raw.transitions ? leadOn(raw) : follow('links', () => leadOn(raw)),
  };
}

type Rank = (stepId: string) => number;

/** Where each step stands or stood on the map: what several merged ones say is taken in this order. */
function rankSteps({ stages, steps }: JourneyMap): Rank {
  const stageOrders = new Map(stages.map(({ id, order }) => [id, order]));
  const keys = steps.map(({ id, pos }) => ({ id, order: `${stageOrders.get(pos.stageId) ?? '~'} ${pos.order}` }));
  const ranks = new Map(keys.sort(compareOrder).map(({ id }, rank) => [id, rank]));
  return (id) => ranks.get(id) ?? 0;
}

/** A step or stage as what it is: gone when it was merged into another one; of a circle, one stands for all and is there. */
function settle<T extends Step | Stage>(record: T, { heads, heirs }: Successors): T {
  if (heirs.has(record.id)) return record.deletedAt === undefined ? { ...record, deletedAt: 0 } : record;
  if (!heads.has(record.id)) return record;
  const { deletedAt: _, mergedInto: __, mergedTexts: ___, ...rest } = record;
  // The optional fields are left away, the others are there.
  return rest as T;
}

function followTexts(raw: JourneyMap, successors: Successors | null, rank: Rank): Pick<JourneyMap, 'steps' | 'moments'> {
  if (!successors) return raw;
  const steps = new Map(raw.steps.map((step) => [step.id, settle(step, successors)]));
  const moments = new Map(raw.moments.map((moment) => [moment.stepId, moment]));
  const read = (id: string): StepWithMoment | null => {
    const step = steps.get(id);
    return step ? { step, moment: moments.get(id) } : null;
  };
  const write = ({ step, moment }: StepWithMoment): void => {
    steps.set(step.id, step);
    if (moment) moments.set(step.id, moment);
  };
  for (const [id, heir] of [...successors.heirs].sort(([a], [b]) => rank(a) - rank(b))) {
    const [kept, merged] = [read(heir), read(id)];
    if (!kept || !merged) continue;
    const absorbed = absorbStep(kept, merged);
    write(absorbed.kept);
    write(absorbed.merged);
  }
  const added = [...moments.values()].filter(({ stepId }) => !raw.moments.some((moment) => moment.stepId === stepId));
  return {
    steps: keepArray(raw.steps, ({ id }) => steps.get(id)),
    moments: added.length > 0 ? [...moments.values()].sort(byStep) : keepArray(raw.moments, ({ stepId }) => moments.get(stepId)),
  };
}

const byStep = (a: Moment, b: Moment): number => (a.stepId < b.stepId ? -1 : 1);

function followStages(raw: Stage[], successors: Successors | null): Stage[] {
  if (!successors) return raw;
  const stages = new Map(raw.map((stage) => [stage.id, settle(stage, successors)]));
  for (const [id, heir] of successors.heirs) {
    const [kept, merged] = [stages.get(heir), stages.get(id)];
    if (!kept || !merged) continue;
    const absorbed = absorbStage(kept, merged);
    stages.set(heir, absorbed.kept);
    stages.set(id, absorbed.merged);
  }
  return keepArray(raw, ({ id }) => stages.get(id));
}

function placeSteps(steps: Step[], stages: Successors | null): Step[] {
  if (!stages) return steps;
  return keepArray(steps, (step) => {
    const heir = stages.heirs.get(step.pos.stageId);
    return heir === undefined ? step : { ...step, pos: { ...step.pos, stageId: heir } };
  });
}

/** The records with some in another form; the same array when none is. */
function keepArray<T>(records: T[], change: (record: T) => T | undefined): T[] {
  let changed = false;
  const next = records.map((record) => {
    const now = change(record) ?? record;
    changed ||= now !== record;
    return now;
  });
  return changed ? next : records;
}

function followPlaces<T extends { pos: { stepId: string } }>(records: T[], heirOf: (id: string) => string): T[] {
  return keepArray(records, (record) => {
    const stepId = heirOf(record.pos.stepId);
    return stepId === record.pos.stepId ? record : { ...record, pos: { ...record.pos, stepId } };
  });
}

/**
 * Records of pairs under the keys that they have now; of two under one key, `choose` decides. The step's own comes first, then those of merged
 * ones as they stood on the map.
 */
function followPairs<T extends { stepId: string }>(
  records: T[],
  heirOf: (id: string) => string,
  rank: Rank,
  keyOf: (record: T) => string,
  choose: (first: T, second: T) => T,
): T[] {
  if (records.every(({ stepId }) => heirOf(stepId) === stepId)) return records;
  const found = new Map<string, T>();
  const isOwn = ({ stepId }: T): boolean => heirOf(stepId) === stepId;
  const others = records.filter((other) => !isOwn(other)).sort((a, b) => rank(a.stepId) - rank(b.stepId));
  for (const record of [...records.filter(isOwn), ...others]) {
    const moved = isOwn(record) ? record : { ...record, stepId: heirOf(record.stepId) };
    const other = found.get(keyOf(moved));
    found.set(keyOf(moved), other ? choose(other, moved) : moved);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

const strength = (role: DepartmentRole): number => (role === 'responsible' ? 1 : 0);

type Parts = JourneyMap['stepDepartments'];

function followParts(parts: Parts, heirOf: (id: string) => string, rank: Rank): Parts {
  return followPairs(
    parts,
    heirOf,
    rank,
    ({ stepId, departmentId }) => `${stepId}:${departmentId}`,
    (first, second) => (strength(second.role) > strength(first.role) ? second : first),
  );
}

type Emotions = JourneyMap['emotions'];

function followEmotions(emotions: Emotions, heirOf: (id: string) => string, rank: Rank): Emotions {
  return followPairs(
    emotions,
    heirOf,
    rank,
    ({ stepId, personaId }) => `${stepId}:${personaId}`,
    (first) => first,
  );
}

/** A way from a step to itself is none: it counts as deleted. */
function followTransitions(transitions: JourneyMap['transitions'], heirOf: (id: string) => string): JourneyMap['transitions'] {
  return keepArray(transitions, (transition) => {
    const from = heirOf(transition.from);
    const to = transition.to === null ? null : heirOf(transition.to);
    if (from === transition.from && to === transition.to) return transition;
    // A way back onto the step itself stays one; between two that were merged there is none any more.
    const isGone = from === to && transition.from !== transition.to;
    return { ...transition, from, to, ...(isGone && { deletedAt: transition.deletedAt ?? 0 }) };
  });
}

/** Evidence of a way between two steps that were merged is evidence of the step that stands for both. */
function followLinks(
  links: JourneyMap['links'],
  transitions: JourneyMap['transitions'],
  heirOf: (id: string) => string,
): JourneyMap['links'] {
  const between = new Map(
    transitions.flatMap(({ id, from, to }) =>
      to !== null && from !== to && heirOf(from) === heirOf(to) ? [[id, heirOf(from)] as const] : [],
    ),
  );
  return keepArray(links, (link) => {
    const { type, id } = link.target;
    const step = type === 'transition' ? between.get(id) : undefined;
    if (step !== undefined) return { ...link, target: { type: 'step' as const, id: step } };
    const heir = type === 'step' || type === 'moment' ? heirOf(id) : id;
    return heir === id ? link : { ...link, target: { type, id: heir } };
  });
}
