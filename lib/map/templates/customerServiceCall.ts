import type { DepartmentRole } from '../department';
import type { EvidenceLevel } from '../evidenceLevel';
import type { JourneyMap } from '../journeyMap';
import type { LaneKind } from '../lane';
import { MapDraft } from '../mapDraft';
import type { Gate } from '../moment';
import type { KnownChannel } from '../touchpoint';
import {
  type CallDepartment,
  type CallStage,
  type CallStep,
  type CallStepText,
  type CallText,
  callDepartments,
  callStages,
  callSteps,
} from './customerServiceCallText';

type StepFacts = {
  stage: CallStage;
  emotion: number;
  /** The channels of the step's touchpoints, in the order of their names. */
  channels: readonly KnownChannel[];
  departments: Partial<Record<CallDepartment, DepartmentRole>>;
  evidenceLevel?: EvidenceLevel;
  gate?: Gate;
  /** Minutes. */
  duration?: number;
  waiting?: number;
};

// What is the same in every language.
const facts: Record<CallStep, StepFacts> = {
  notice: { stage: 'noticing', emotion: -0.6, channels: ['email'], departments: { billing: 'responsible', sales: 'involved' } },
  search: {
    stage: 'seeking',
    emotion: -0.9,
    channels: ['web', 'web'],
    departments: { online: 'responsible', product: 'involved' },
    duration: 15,
  },
  form: {
    stage: 'seeking',
    emotion: -1.3,
    channels: ['web'],
    departments: { online: 'responsible', it: 'involved' },
    duration: 10,
  },
  number: {
    stage: 'seeking',
    emotion: -1,
    channels: ['web', 'mail'],
    departments: { online: 'responsible', service: 'involved' },
    duration: 5,
  },
  menu: {
    stage: 'calling',
    emotion: -0.9,
    channels: ['phone'],
    departments: { service: 'responsible', it: 'involved' },
    evidenceLevel: 'observed',
    duration: 3,
  },
  queue: {
    stage: 'calling',
    emotion: -1.8,
    channels: ['phone'],
    departments: { service: 'responsible', billing: 'involved' },
    evidenceLevel: 'observed',
    gate: 'failed',
    waiting: 18,
  },
  tell: {
    stage: 'settling',
    emotion: 0.4,
    channels: ['phone'],
    departments: { service: 'responsible', it: 'involved' },
    duration: 6,
  },
  passedOn: {
    stage: 'settling',
    emotion: -0.8,
    channels: ['phone'],
    departments: { service: 'responsible', billing: 'involved' },
    waiting: 5,
  },
  tellAgain: {
    stage: 'settling',
    emotion: -1.6,
    channels: ['phone'],
    departments: { billing: 'responsible', service: 'involved', it: 'involved' },
    evidenceLevel: 'observed',
    duration: 7,
  },
  promise: {
    stage: 'settling',
    emotion: 1.3,
    channels: ['phone', 'email'],
    departments: { billing: 'responsible', service: 'involved', sales: 'involved' },
    gate: 'held',
    duration: 4,
  },
  check: {
    stage: 'ending',
    emotion: -0.3,
    channels: ['email', 'web'],
    departments: { billing: 'responsible', online: 'involved' },
  },
  outcome: {
    stage: 'ending',
    emotion: 0.8,
    channels: ['email', 'web'],
    departments: { service: 'responsible', sales: 'involved', product: 'involved' },
  },
};

/** Names of the palette (layout/palette.ts). */
const colours: Record<CallDepartment, string> = {
  service: 'blue',
  billing: 'violet',
  online: 'green',
  it: 'slate',
  product: 'yellow',
  sales: 'rose',
};

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
    callDepartments.map((name) => [name, draft.addDepartment(text.departments[name], { colour: colours[name] })]),
  );
  const lanes = new Map(laneKinds.map((kind) => [kind, draft.addLane(kind)]));
  const stages = new Map(callStages.map((stage) => [stage, draft.addStage(text.stages[stage])]));
  const steps = new Map(
    callSteps.map((name) => {
      const { stage, evidenceLevel = 'assumed', duration, waiting } = facts[name];
      const { title, notes = '' } = text.steps[name];
      const times = { ...(duration !== undefined && { duration }), ...(waiting !== undefined && { waiting }) };
      return [name, draft.addStep(stages.get(stage) ?? '', title, { evidenceLevel, notes, ...times })];
    }),
  );
  for (const [name, step] of steps) fillStep(draft, step, facts[name], text.steps[name], { persona, departments, lanes });

  for (const name of ['queue', 'promise'] as const) {
    draft.markMoment(steps.get(name) ?? '', { ...text.moments[name], gate: facts[name].gate ?? 'unknown' });
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
