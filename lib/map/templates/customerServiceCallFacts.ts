import type { DepartmentRole } from '../department';
import type { EvidenceLevel } from '../evidenceLevel';
import type { Gate } from '../moment';
import type { KnownChannel } from '../touchpoint';
import type { CallDepartment, CallStage, CallStep } from './customerServiceCallText';

/** What holds of a step in every language. */
export type StepFacts = {
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

/** By step. Minutes and feelings are examples of what such calls are like. */
export const callFacts: Record<CallStep, StepFacts> = {
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
export const departmentColours: Record<CallDepartment, string> = {
  service: 'blue',
  billing: 'violet',
  online: 'green',
  it: 'slate',
  product: 'yellow',
  sales: 'rose',
};
