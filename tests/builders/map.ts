import type { JourneyMap } from '@/lib/map/journeyMap';
import { type LaneKind, laneKinds } from '@/lib/map/lane';
import { MapDraft } from '@/lib/map/mapDraft';
import type { Meta } from '@/lib/map/meta';

/** A map in the making; records stand in the order in which they are added. See lib/map/mapDraft.ts. */
export function mapBuilder(meta: Partial<Meta> = {}): MapDraft {
  return new MapDraft({ title: 'A bill that is too high', ...meta });
}

/** A small map with one record of every kind: two stages, three steps, two lanes, a loop and an exit. */
export function smallMap(): JourneyMap {
  const draft = mapBuilder({ scenario: 'Understand the bill', goal: 'A credit note without a second call', asOf: '2026-11-22' });
  const petra = draft.addPersona('Petra, 52', { description: 'Landline customer for 20 years' });
  const max = draft.addPersona('Max, 24');
  const service = draft.addDepartment('Customer service', { colour: 'green' });
  const billing = draft.addDepartment('Billing', { colour: 'violet' });
  const doing = draft.addLane('doing');
  const thinking = draft.addLane('thinking', { height: 120 });
  const before = draft.addStage('Before');
  const contact = draft.addStage('Contact');
  const notice = draft.addStep(before, 'Sees the bill', { evidenceLevel: 'observed' });
  const call = draft.addStep(contact, 'Calls', { duration: 4, waiting: 12, notes: 'Mondays are worst' });
  const retell = draft.addStep(contact, 'Tells it again');
  draft.addCard(notice, doing, 'Opens the letter');
  draft.addCard(notice, thinking, '“Did I order that?”');
  draft.addCard(call, doing, 'Dials the number', { kind: 'painPoint', colour: 'rose', evidenceLevel: 'measured' });
  draft.addCard(call, doing, 'Puts the phone on speaker');
  draft.addTouchpoint(notice, 'mail', 'Bill');
  draft.addTouchpoint(call, 'phone');
  draft.setDepartment(notice, billing, 'responsible');
  draft.setDepartment(call, service, 'responsible');
  draft.setDepartment(call, billing, 'involved');
  draft.setEmotion(notice, petra, -0.5);
  draft.setEmotion(call, petra, -1.5);
  draft.setEmotion(call, max, 0);
  draft.markMoment(call, { stays: 'Someone answers within two minutes', leaves: 'Thrown out of the queue', gate: 'failed' });
  draft.addTransition('back', retell, call, { label: 'calls a second time', share: 0.38 });
  draft.addTransition('exit', call, null, { label: 'hangs up', share: 0.12 });
  return draft.toMap();
}

const sentences = [
  'Opens the letter and compares it with the month before',
  '“Did I order that?”',
  'Looks for the number on the web site, then on the old bill',
  'Puts the phone on speaker and works on',
  '“The music makes me angrier than the waiting.”',
  'Tells the story a third time, now to someone who can see the contract',
  'Nobody told the service people about the change of tariff before the bills went out',
  'relieved',
];

/**
 * A large map of realistic texts: `steps` × `lanes` × `cardsPerCell` cards (60 × 12 × 5 = 3,600), six steps a stage, an
 * emotion, a touchpoint and a department at every step, a moment at every tenth. The same numbers make the same map.
 */
export function largeMap({ steps = 60, lanes = 12, cardsPerCell = 5 } = {}): JourneyMap {
  const draft = mapBuilder({ title: 'A large map' });
  const persona = draft.addPersona('Petra, 52, landline customer');
  const departments = ['Customer service', 'Billing', 'IT', 'Sales'].map((name) => draft.addDepartment(name));
  const kinds: readonly LaneKind[] = laneKinds;
  const laneIds = Array.from({ length: lanes }, (_, index) => draft.addLane(kinds[index % kinds.length] ?? 'custom'));
  let stage = '';
  let sentence = 0;
  for (let index = 0; index < steps; index++) {
    if (index % 6 === 0) stage = draft.addStage(`Stage ${index / 6 + 1}`);
    const step = draft.addStep(stage, `Does thing number ${index + 1} of the journey`);
    draft.setEmotion(step, persona, Math.sin(index / 3) * 2);
    draft.addTouchpoint(step, index % 2 ? 'phone' : 'web');
    const department = departments[index % departments.length];
    if (department) draft.setDepartment(step, department, 'responsible');
    if (index % 10 === 9) draft.markMoment(step, { gate: 'failed' });
    for (const lane of laneIds) {
      for (let card = 0; card < cardsPerCell; card++) {
        draft.addCard(step, lane, sentences[sentence++ % sentences.length] ?? '');
      }
    }
  }
  return draft.toMap();
}

/** The small map with cards that carry something: two pictures, a file, tags, links; and one card of every kind. */
export function mapWithCardParts(): JourneyMap {
  const map = smallMap();
  const [letter = '', thought = '', call = '', phone = ''] = map.cards.map(({ id }) => id);
  const picture = { mediaType: 'image/png', size: 4200, width: 640, height: 480 };
  const at = (cardId: string, order: string) => ({ cardId, order });
  return {
    ...map,
    attachments: [
      { id: 'attachment1', pos: at(letter, 'a0'), fileId: 'file1', name: 'bill.png', alt: 'The bill', ...picture },
      {
        id: 'attachment2',
        pos: at(letter, 'a1'),
        fileId: 'file2',
        name: 'terms.pdf',
        mediaType: 'application/pdf',
        size: 120_000,
      },
      { id: 'attachment3', pos: at(phone, 'a0'), fileId: 'file3', name: 'desk.jpg', ...picture, width: 300, height: 900 },
    ],
    cardTags: [
      { cardId: letter, tag: 'Rechnung' },
      { cardId: letter, tag: 'a tag of many words that is long' },
      { cardId: call, tag: 'rechnung' },
      { cardId: call, tag: 'waiting' },
    ],
    cardLinks: [
      { id: 'cardLink1', pos: at(letter, 'a0'), address: 'https://www.example.org/bills?year=2026', label: '' },
      { id: 'cardLink2', pos: at(call, 'a0'), address: 'mailto:billing@example.org', label: 'Write to billing' },
    ],
    cards: map.cards.map((card) => ({
      ...card,
      kind:
        ({ [letter]: 'note', [thought]: 'quote', [call]: 'painPoint', [phone]: 'question' } as const)[card.id] ?? 'opportunity',
    })),
  };
}

/** A map, the small one, with reasons for what differs from another one: of a step, a feeling, the title block, and something that is gone. */
export function mapWithReasons(map = smallMap()): JourneyMap {
  const [step, card] = [map.steps[1]?.id ?? '', map.cards[2]?.id ?? ''];
  const personaId = map.personas[0]?.id ?? '';
  return {
    ...map,
    reasons: [
      {
        id: 'reason1',
        about: { collection: 'steps', id: step },
        text: 'Nobody waits twelve minutes twice',
        answers: [
          { type: 'card', id: card },
          { type: 'link', id: 'link0' },
        ],
        aim: { kind: 'score', metric: 'nps', to: 12 },
      },
      {
        id: 'reason2',
        about: { collection: 'emotions', id: `${step}:${personaId}` },
        text: '',
        answers: [],
        aim: { kind: 'emotion', personaId, to: 1.5 },
      },
      { id: 'reason3', about: { collection: 'meta', id: '' }, text: 'What it is called from now on', answers: [] },
      {
        id: 'reason4',
        about: { collection: 'cards', id: 'removedCard' },
        text: '',
        answers: [{ type: 'card', id: 'removedPainPoint' }],
        aim: { kind: 'moment', gate: 'held' },
      },
    ],
  };
}

/** A map, the small one, with evidence on a step, a moment, a transition and a card. */
export function mapWithEvidence(map = smallMap()): JourneyMap {
  const targets = [
    ['step', map.steps[1]?.id],
    ['moment', map.moments[0]?.stepId],
    ['transition', map.transitions[0]?.id],
    ['card', map.cards[0]?.id],
  ] as const;
  const links = targets.map(([type, id], index) => ({ id: `link${index}`, sourceId: 'source', target: { type, id: id ?? '' } }));
  return { ...map, links };
}
