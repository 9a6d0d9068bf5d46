import type { JourneyText } from './journeyText';
import type { serviceBlueprintFacts } from './serviceBlueprintFacts';

/** The service blueprint, written in English (not translated). */
export const serviceBlueprintEn: JourneyText<typeof serviceBlueprintFacts> = {
  title: 'Service blueprint: heating repair',
  scenario: 'wakes up to cold radiators on a Saturday and wants the flat warm by the evening',
  goal: 'One visit by somebody who knows the job, and a bill without a surprise',
  notes:
    'How to read a blueprint: downwards, column by column. Above the line of interaction is what the customer does; below it, whom she meets; below the line of visibility, all that she never sees; and at the bottom, what everybody relies on. A card without a counterpart above or below is worth a question. The firm and its people are made up.',
  personas: {
    tenant: {
      name: 'Aisha, 44, with a baby at home',
      description: 'Needs it warm, and today. Does not know what an expansion vessel is and has no wish to.',
    },
  },
  departments: { office: 'Office', technicians: 'Engineers', stores: 'Stores', accounts: 'Accounts' },
  lanes: {
    touchpoints: 'What she sees',
    doing: 'What she does',
    interaction: 'Line of interaction',
    frontstage: 'Frontstage',
    visibility: 'Line of visibility',
    backstage: 'Backstage',
    internalInteraction: 'Line of internal interaction',
    support: 'Support processes',
    painPoints: 'Where it can stick',
  },
  stages: { reporting: 'Reporting', visit: 'The visit', after: 'Afterwards' },
  steps: {
    call: {
      title: 'Reports a cold boiler',
      touchpoints: ['Emergency number'],
      physicalEvidence: ['Sticker with the number on the boiler'],
      doing: ['Calls the number on the sticker', 'Reads out what the display says'],
      frontstage: ['The office picks up within two minutes', 'Asks for the display, the age, children in the house'],
      backstage: ['Looks the boiler up', 'Sorts it: a baby, so first in line'],
      support: ['Register of boilers', 'On-call rota'],
      painPoints: ['The sticker is from the firm before us'],
    },
    date: {
      title: 'Is given a time',
      touchpoints: ['Call', 'Text message'],
      physicalEvidence: ['Text with a name, a picture and a time'],
      doing: ['Says yes and tells the neighbour'],
      frontstage: ['The office names two hours and a person'],
      backstage: ['Re-plans the round', 'Calls Jonas in his van'],
      support: ['Route planning', 'Text service'],
      painPoints: ['Two rounds, two calendars'],
    },
    wait: {
      title: 'Waits, and sees who is coming',
      touchpoints: ['Text from the road'],
      physicalEvidence: ['Message: “Jonas will be with you in 20 minutes”'],
      doing: ['Clears the way to the boiler'],
      frontstage: ['Jonas calls half an hour ahead'],
      backstage: ['Loads the three parts that mostly fail in this model'],
      support: ['Stores with a Saturday key', 'Count of faults by model'],
      painPoints: ['One person has the key, and it is his day off'],
    },
    letIn: {
      title: 'Lets the engineer in',
      touchpoints: ['Visit'],
      physicalEvidence: ['A badge, clean shoes, a van with a name on it'],
      doing: ['Shows him the boiler and says since when it is cold'],
      frontstage: ['Introduces himself, puts on overshoes, listens'],
      backstage: ['Has read in the van what was done last time'],
      support: ['Service history on the tablet'],
      painPoints: ['No signal in the basement, so no history'],
    },
    repair: {
      title: 'Feels it getting warm',
      touchpoints: ['Visit'],
      physicalEvidence: ['A warm radiator, the old part in her hand'],
      doing: ['Watches and asks what it will cost', 'Puts a hand on the radiator'],
      frontstage: ['Names the price before he fits the part', 'Says in two sentences what was broken'],
      backstage: ['Books out the part', 'Asks the foreman when in doubt'],
      support: ['Price list', 'Foreman on call', 'Wholesaler, open until two'],
      painPoints: ['Part not in the van: second visit on Monday'],
      notes:
        'The moment: whether she will ever call again is decided here. Whether it takes one visit was decided earlier, in the stores.',
    },
    bill: {
      title: 'Gets report and bill',
      touchpoints: ['Bill by e-mail'],
      physicalEvidence: ['One page: what, how long, how much'],
      doing: ['Holds it against the price she was told', 'Pays, and keeps the number'],
      frontstage: ['The office calls on Monday: “Still warm?”'],
      backstage: ['Accounts write the bill from the report'],
      support: ['Billing software', 'What is learnt from those calls'],
      painPoints: ['The weekend charge first appears on the bill'],
    },
  },
  moments: {
    repair: {
      stays: 'Warm again on the first visit, at the price she was told beforehand',
      leaves: '“I haven’t got the part with me”, and it stays cold until Monday',
    },
  },
  transitions: { secondVisit: 'need a second visit' },
};
