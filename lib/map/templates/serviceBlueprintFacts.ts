import { journeyFacts } from './journeyFacts';

/**
 * A service blueprint, filled for one short visit: what the customer sees and does on top, and below the lines of interaction, of visibility and
 * of internal interaction the people and systems that make it happen.
 */
export const serviceBlueprintFacts = journeyFacts({
  personas: ['tenant'],
  departments: { office: 'blue', technicians: 'green', stores: 'violet', accounts: 'yellow' },
  lanes: [
    'touchpoints',
    'doing',
    'interaction',
    'frontstage',
    'visibility',
    'backstage',
    'internalInteraction',
    'support',
    'painPoints',
  ],
  stages: ['reporting', 'visit', 'after'],
  steps: {
    call: {
      stage: 'reporting',
      emotions: [-0.8],
      channels: ['phone'],
      departments: { office: 'responsible' },
      evidenceLevel: 'observed',
      duration: 6,
      waiting: 2,
    },
    date: {
      stage: 'reporting',
      emotions: [0.3],
      channels: ['phone', 'SMS'],
      departments: { office: 'responsible', technicians: 'involved' },
      duration: 3,
    },
    wait: {
      stage: 'visit',
      emotions: [-0.4],
      channels: ['SMS'],
      departments: { office: 'responsible', stores: 'involved', technicians: 'involved' },
      waiting: 90,
    },
    letIn: {
      stage: 'visit',
      emotions: [0.5],
      channels: ['visit'],
      departments: { technicians: 'responsible' },
      evidenceLevel: 'observed',
      duration: 10,
    },
    repair: {
      stage: 'visit',
      emotions: [1.2],
      channels: ['visit'],
      departments: { technicians: 'responsible', stores: 'involved' },
      evidenceLevel: 'measured',
      duration: 55,
    },
    bill: {
      stage: 'after',
      emotions: [0.6],
      channels: ['email'],
      departments: { accounts: 'responsible', office: 'involved' },
    },
  },
  moments: { repair: 'unknown' },
  transitions: { secondVisit: { kind: 'back', from: 'repair', to: 'date', share: 0.21 } },
});
