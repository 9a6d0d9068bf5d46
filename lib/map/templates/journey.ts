import { cardKindOfLane } from '../cardKindOfLane';
import type { JourneyMap } from '../journeyMap';
import type { LaneKind } from '../lane';
import { MapDraft } from '../mapDraft';
import { type AnyFacts, type BlueprintLine, blueprintLines } from './journeyFacts';
import type { JourneyText, StepText } from './journeyText';

type Lane = Exclude<LaneKind, 'custom'> | BlueprintLine;
type CardLane = Exclude<Lane, BlueprintLine | 'evidence'>;

const isLine = (lane: Lane): lane is BlueprintLine => blueprintLines.some((line) => line === lane);

/** The cards of a step in a lane. Touchpoints are records of their own; beside them lies what the customer sees or holds. */
function cardsOf(text: StepText, lane: CardLane): readonly string[] {
  switch (lane) {
    case 'feeling':
      return text.feeling === undefined ? [] : [text.feeling];
    case 'touchpoints':
      return text.physicalEvidence ?? [];
    default:
      return text[lane] ?? [];
  }
}

/** The map of a journey, told in one language. The same facts and words make the same map. */
export function journey<Facts extends AnyFacts>(facts: Facts, words: JourneyText<Facts>): JourneyMap {
  // Seen from here every name is a string; that each has its words is what the type of `words` says.
  const text = words as JourneyText<AnyFacts>;
  const draft = new MapDraft({
    title: text.title,
    scenario: text.scenario,
    goal: text.goal,
    ...(text.notes !== undefined && { notes: text.notes }),
  });
  const personas = facts.personas.map((name: string) => {
    const { name: called = '', description = '' } = text.personas[name] ?? {};
    return draft.addPersona(called, { description });
  });
  const departments = new Map(
    Object.entries(facts.departments).map(([name, colour]) => [
      name,
      draft.addDepartment(text.departments[name] ?? '', { colour }),
    ]),
  );
  const lanes = facts.lanes.map((lane): [Lane, string] => {
    const title = text.lanes?.[lane];
    const named = title === undefined ? {} : { title };
    return [lane, isLine(lane) ? draft.addLane('custom', { ...named, folded: true }) : draft.addLane(lane, named)];
  });
  const stages = new Map(facts.stages.map((stage: string) => [stage, draft.addStage(text.stages[stage] ?? '')]));
  const steps = new Map(
    Object.entries(facts.steps).map(([name, { stage, evidenceLevel = 'assumed', duration, waiting }]) => {
      const { title = '', notes = '' } = text.steps[name] ?? {};
      const times = { ...(duration !== undefined && { duration }), ...(waiting !== undefined && { waiting }) };
      return [name, draft.addStep(stages.get(stage) ?? '', title, { evidenceLevel, notes, ...times })];
    }),
  );
  const stepOf = (name: string): string => steps.get(name) ?? '';

  for (const [name, step] of steps) {
    const [known, said] = [facts.steps[name], text.steps[name]];
    if (!known || !said) continue;
    const { emotions, channels, departments: parts } = known;
    for (const [index, persona] of personas.entries()) {
      const emotion = emotions[index];
      if (emotion !== undefined) draft.setEmotion(step, persona, emotion);
    }
    for (const [index, channel] of channels.entries()) draft.addTouchpoint(step, channel, said.touchpoints[index] ?? '');
    for (const [department, id] of departments) {
      const role = parts[department];
      if (role) draft.setDepartment(step, id, role);
    }
    for (const [lane, id] of lanes) {
      if (isLine(lane) || lane === 'evidence') continue;
      const kind = cardKindOfLane(lane);
      for (const card of cardsOf(said, lane)) draft.addCard(step, id, card, { kind });
    }
  }
  for (const [name, gate] of Object.entries(facts.moments)) {
    draft.markMoment(stepOf(name), { ...text.moments[name], gate });
  }
  for (const [name, { kind, from, to, share }] of Object.entries(facts.transitions)) {
    const part = share === undefined ? {} : { share };
    draft.addTransition(kind, stepOf(from), to === null ? null : stepOf(to), { label: text.transitions[name] ?? '', ...part });
  }
  return draft.toMap();
}
