import { journeyFacts } from './journeyFacts';

/**
 * A complete journey of a call to customer service: from the bill that is wrong to the customer who stays or goes. Minutes, shares and
 * feelings are examples of what such calls are like.
 */
export const customerServiceCallFacts = journeyFacts({
  personas: ['caller'],
  departments: { service: 'blue', billing: 'violet', online: 'green', it: 'slate', product: 'yellow', sales: 'rose' },
  lanes: ['doing', 'thinking', 'feeling', 'touchpoints', 'painPoints', 'upstreamCause', 'opportunities'],
  stages: ['noticing', 'seeking', 'calling', 'settling', 'ending'],
  steps: {
    notice: {
      stage: 'noticing',
      emotions: [-0.6],
      channels: ['email'],
      departments: { billing: 'responsible', sales: 'involved' },
    },
    search: {
      stage: 'seeking',
      emotions: [-0.9],
      channels: ['web', 'web'],
      departments: { online: 'responsible', product: 'involved' },
      duration: 15,
    },
    form: {
      stage: 'seeking',
      emotions: [-1.3],
      channels: ['web'],
      departments: { online: 'responsible', it: 'involved' },
      duration: 10,
    },
    number: {
      stage: 'seeking',
      emotions: [-1],
      channels: ['web', 'mail'],
      departments: { online: 'responsible', service: 'involved' },
      duration: 5,
    },
    menu: {
      stage: 'calling',
      emotions: [-0.9],
      channels: ['phone'],
      departments: { service: 'responsible', it: 'involved' },
      evidenceLevel: 'observed',
      duration: 3,
    },
    queue: {
      stage: 'calling',
      emotions: [-1.8],
      channels: ['phone'],
      departments: { service: 'responsible', billing: 'involved' },
      evidenceLevel: 'observed',
      waiting: 18,
    },
    tell: {
      stage: 'settling',
      emotions: [0.4],
      channels: ['phone'],
      departments: { service: 'responsible', it: 'involved' },
      duration: 6,
    },
    passedOn: {
      stage: 'settling',
      emotions: [-0.8],
      channels: ['phone'],
      departments: { service: 'responsible', billing: 'involved' },
      waiting: 5,
    },
    tellAgain: {
      stage: 'settling',
      emotions: [-1.6],
      channels: ['phone'],
      departments: { billing: 'responsible', service: 'involved', it: 'involved' },
      evidenceLevel: 'observed',
      duration: 7,
    },
    promise: {
      stage: 'settling',
      emotions: [1.3],
      channels: ['phone', 'email'],
      departments: { billing: 'responsible', service: 'involved', sales: 'involved' },
      duration: 4,
    },
    check: {
      stage: 'ending',
      emotions: [-0.3],
      channels: ['email', 'web'],
      departments: { billing: 'responsible', online: 'involved' },
    },
    outcome: {
      stage: 'ending',
      emotions: [0.8],
      channels: ['email', 'web'],
      departments: { service: 'responsible', sales: 'involved', product: 'involved' },
    },
  },
  moments: { queue: 'failed', promise: 'held' },
  transitions: {
    hangsUp: { kind: 'exit', from: 'queue', to: null, share: 0.14 },
    callsAgain: { kind: 'back', from: 'check', to: 'menu', share: 0.31 },
    leaves: { kind: 'exit', from: 'outcome', to: null, share: 0.09 },
  },
});
