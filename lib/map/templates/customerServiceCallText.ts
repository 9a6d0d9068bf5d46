/** The steps of the template, in order. */
export const callSteps = [
  'notice',
  'search',
  'form',
  'number',
  'menu',
  'queue',
  'tell',
  'passedOn',
  'tellAgain',
  'promise',
  'check',
  'outcome',
] as const;
export type CallStep = (typeof callSteps)[number];

export const callStages = ['noticing', 'seeking', 'calling', 'settling', 'ending'] as const;
export type CallStage = (typeof callStages)[number];

export const callDepartments = ['service', 'billing', 'online', 'it', 'product', 'sales'] as const;
export type CallDepartment = (typeof callDepartments)[number];

/** What is said of a step. Lists become one card each; `touchpoints` are names, for the channels of customerServiceCall.ts. */
export type CallStepText = {
  title: string;
  doing: readonly string[];
  thinking: readonly string[];
  feeling: string;
  touchpoints: readonly string[];
  painPoints: readonly string[];
  upstreamCause: readonly string[];
  opportunities: readonly string[];
  notes?: string;
};

/** The template's words in one language. */
export type CallText = {
  title: string;
  scenario: string;
  goal: string;
  persona: { name: string; description: string };
  departments: Record<CallDepartment, string>;
  stages: Record<CallStage, string>;
  steps: Record<CallStep, CallStepText>;
  moments: Record<'queue' | 'promise', { stays: string; leaves: string }>;
  /** Read after a share: “14 % hang up and cancel”. */
  transitions: { hangsUp: string; callsAgain: string; leaves: string };
};
