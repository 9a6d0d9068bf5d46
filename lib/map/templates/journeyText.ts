import type { LaneKind } from '../lane';
import type { AnyFacts, BlueprintLine, JourneyFacts } from './journeyFacts';

/** What is said of a step. Lists become one card each; `touchpoints` are names, for the channels of the facts. */
export type StepText = {
  title: string;
  doing: readonly string[];
  thinking?: readonly string[];
  /** In a word or two. */
  feeling?: string;
  touchpoints: readonly string[];
  painPoints?: readonly string[];
  upstreamCause?: readonly string[];
  opportunities?: readonly string[];
  /** What the customer sees or holds: lies with the touchpoints. */
  physicalEvidence?: readonly string[];
  frontstage?: readonly string[];
  backstage?: readonly string[];
  support?: readonly string[];
  notes?: string;
};

/** A journey's words in one language. */
export type JourneyText<Facts extends AnyFacts> =
  Facts extends JourneyFacts<infer Persona, infer Department, infer Stage, infer Step, infer Moment, infer Way>
    ? {
        title: string;
        scenario: string;
        goal: string;
        /** What whoever begins with it should know: which numbers are made up, what to do with it. */
        notes?: string;
        personas: Record<Persona, { name: string; description: string }>;
        departments: Record<Department, string>;
        /** Of lanes that are not called by their kind. */
        lanes?: Partial<Record<LaneKind | BlueprintLine, string>>;
        stages: Record<Stage, string>;
        steps: Record<Step, StepText>;
        moments: Record<Moment, { stays: string; leaves: string }>;
        /** Read after a share: “14 % hang up and cancel”. */
        transitions: Record<Way, string>;
      }
    : never;
