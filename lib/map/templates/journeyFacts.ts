import type { DepartmentRole } from '../department';
import type { EvidenceLevel } from '../evidenceLevel';
import type { LaneKind } from '../lane';
import type { CardColour } from '../layout/palette';
import type { Gate } from '../moment';
import type { KnownChannel } from '../touchpoint';
import type { TransitionKind } from '../transition';

/** The lines of a service blueprint: thin lanes without cards, that part the lanes above from those below. */
export const blueprintLines = ['interaction', 'visibility', 'internalInteraction'] as const;
export type BlueprintLine = (typeof blueprintLines)[number];

/** What holds of a step in every language. */
export type StepFacts<Stage extends string, Department extends string> = {
  stage: Stage;
  /** What each persona feels, in the order of the personas. */
  emotions: readonly number[];
  /** The channels of the step's touchpoints, in the order of their names. */
  channels: readonly (KnownChannel | 'SMS')[];
  departments: Partial<Record<Department, DepartmentRole>>;
  evidenceLevel?: EvidenceLevel;
  /** Minutes. */
  duration?: number;
  waiting?: number;
};

/** A way that is not simply on to the next step. */
export type WayFacts<Step extends string> = { kind: TransitionKind; from: Step; to: Step | null; share?: number };

/** What holds of a journey in every language: its order, its numbers, who has a part. The words are a `JourneyText`. */
export type JourneyFacts<
  Persona extends string,
  Department extends string,
  Stage extends string,
  Step extends string,
  Moment extends Step,
  Way extends string,
> = {
  /** The main persona first. */
  personas: readonly Persona[];
  departments: Record<Department, CardColour>;
  lanes: readonly (Exclude<LaneKind, 'custom'> | BlueprintLine)[];
  stages: readonly Stage[];
  /** In order. */
  steps: Record<Step, StepFacts<NoInfer<Stage>, NoInfer<Department>>>;
  /** The all-or-nothing moments, by their steps. */
  moments: Record<Moment, Gate>;
  transitions: Record<Way, WayFacts<NoInfer<Step>>>;
};

/** Facts of any journey. */
// biome-ignore lint/suspicious/noExplicitAny: names differ from journey to journey, and each place that uses them knows its own
export type AnyFacts = JourneyFacts<any, any, any, any, any, any>;

/** Takes a journey's facts as they are and holds its names together: a step in an unknown stage is a type error. */
export function journeyFacts<
  const Persona extends string,
  const Department extends string,
  const Stage extends string,
  const Step extends string,
  const Moment extends Step,
  const Way extends string,
>(
  facts: JourneyFacts<Persona, Department, Stage, Step, Moment, Way>,
): JourneyFacts<Persona, Department, Stage, Step, Moment, Way> {
  return facts;
}
