import type { JourneyMap } from '../journeyMap';
import type { LaneKind } from '../lane';
import { MapDraft } from '../mapDraft';
import { callFacts, departmentColours, type StepFacts } from './customerServiceCallFacts';
import {
  type CallDepartment,
  type CallStepText,
  type CallText,
  callDepartments,
  callStages,
  callSteps,
} from './customerServiceCallText';

const laneKinds = [
  'doing',
  'thinking',
  'feeling',
  'touchpoints',
  'painPoints',
  'upstreamCause',
  'opportunities',
] as const satisfies readonly LaneKind[];

/** The cards of a step, by lane. Touchpoints are records of their own and no cards. */
function cardsOf(text: CallStepText): [(typeof laneKinds)[number], readonly string[]][] {
  return [
    ['doing', text.doing],
    ['thinking', text.thinking],
    ['feeling', [text.feeling]],
    ['painPoints', text.painPoints],
    ['upstreamCause', text.upstreamCause],
    ['opportunities', text.opportunities],
  ];
}

const cardKindOf = { painPoints: 'painPoint', opportunities: 'opportunity' } as const;

/**
 * A complete journey of a call to customer service: from the bill that is wrong to the customer who stays or goes, with two all-or-nothing
 * moments, a loop back and two ways out. Numbers in it are examples; it says so in the notes.
 */
export function customerServiceCall(text: CallText): JourneyMap {
  const draft = new MapDraft({ title: text.title, scenario: text.scenario, goal: text.goal });
  const persona = draft.addPersona(text.persona.name, { description: text.persona.description });
  const departments = new Map(
    callDepartments.map((name) => [name, draft.addDepartment(text.departments[name], { colour: departmentColours[name] })]),
  );
  const lanes = new Map(laneKinds.map((kind) => [kind, draft.addLane(kind)]));
  const stages = new Map(callStages.map((stage) => [stage, draft.addStage(text.stages[stage])]));
  const steps = new Map(
    callSteps.map((name) => {
      const { stage, evidenceLevel = 'assumed', duration, waiting } = callFacts[name];
      const { title, notes = '' } = text.steps[name];
      const times = { ...(duration !== undefined && { duration }), ...(waiting !== undefined && { waiting }) };
      return [name, draft.addStep(stages.get(stage) ?? '', title, { evidenceLevel, notes, ...times })];
    }),
  );
  for (const [name, step] of steps) fillStep(draft, step, callFacts[name], text.steps[name], { persona, departments, lanes });

  for (const name of ['queue', 'promise'] as const) {
    draft.markMoment(steps.get(name) ?? '', { ...text.moments[name], gate: callFacts[name].gate ?? 'unknown' });
  }
  const { hangsUp, callsAgain, leaves } = text.transitions;
  draft.addTransition('exit', steps.get('queue') ?? '', null, { label: hangsUp, share: 0.14 });
  draft.addTransition('back', steps.get('check') ?? '', steps.get('menu') ?? '', { label: callsAgain, share: 0.31 });
  draft.addTransition('exit', steps.get('outcome') ?? '', null, { label: leaves, share: 0.09 });
  return draft.toMap();
}

type Ids = {
  persona: string;
  departments: ReadonlyMap<CallDepartment, string>;
  lanes: ReadonlyMap<(typeof laneKinds)[number], string>;
};

function fillStep(
  draft: MapDraft,
  step: string,
  { emotion, channels, departments }: StepFacts,
  text: CallStepText,
  ids: Ids,
): void {
  draft.setEmotion(step, ids.persona, emotion);
  for (const [index, channel] of channels.entries()) draft.addTouchpoint(step, channel, text.touchpoints[index] ?? '');
  for (const name of callDepartments) {
    const [department, role] = [ids.departments.get(name), departments[name]];
    if (department && role) draft.setDepartment(step, department, role);
  }
  for (const [kind, cards] of cardsOf(text)) {
    const extra = kind === 'painPoints' || kind === 'opportunities' ? { kind: cardKindOf[kind] } : {};
    for (const card of cards) draft.addCard(step, ids.lanes.get(kind) ?? '', card, extra);
  }
}
