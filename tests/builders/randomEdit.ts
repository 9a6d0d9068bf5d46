import type * as Y from 'yjs';
import { addAttachments, removeAttachments, setAttachmentAlt } from '@/lib/document/operations/attachments';
import { addCardLink, removeCardLink, updateCardLink } from '@/lib/document/operations/cardLinks';
import {
  addCard,
  addCards,
  deleteCards,
  duplicateCards,
  moveCards,
  setCardColour,
  setCardEvidenceLevel,
  setCardKind,
} from '@/lib/document/operations/cards';
import { addCardTags, removeCardTags, setCardTags } from '@/lib/document/operations/cardTags';
import {
  addDepartment,
  deleteDepartment,
  moveDepartment,
  renameDepartment,
  setStepDepartment,
} from '@/lib/document/operations/departments';
import { duplicateLanes, duplicateStages, duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import { setEmotion } from '@/lib/document/operations/emotions';
import { setEvidenceLevel } from '@/lib/document/operations/evidence';
import { changeLink, linkEvidence, unlinkEvidence } from '@/lib/document/operations/evidenceLinks';
import { addLane, deleteLane, foldLane, hideLanes, moveLane, renameLane, setLaneHeight } from '@/lib/document/operations/lanes';
import { mergeStages } from '@/lib/document/operations/mergeStages';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { setAsOf, setMapKind } from '@/lib/document/operations/meta';
import { markMoment, setGate, unmarkMoment } from '@/lib/document/operations/moments';
import { pasteCards } from '@/lib/document/operations/pasteCards';
import { pasteTable } from '@/lib/document/operations/pasteTable';
import { addPersona, deletePersona, movePersona, renamePersona } from '@/lib/document/operations/personas';
import type { Place } from '@/lib/document/operations/places';
import {
  addReason,
  addReasonAnswer,
  deleteReason,
  removeReasonAnswer,
  setReasonAim,
  setReasonAnswers,
  setReasonText,
} from '@/lib/document/operations/reasons';
import { restoreRecord } from '@/lib/document/operations/records';
import { splitStage, splitStep } from '@/lib/document/operations/split';
import { addStage, deleteStage, moveStage, renameStage } from '@/lib/document/operations/stages';
import { setStepDuration, setStepEvidenceLevel, setStepWaiting } from '@/lib/document/operations/stepFacts';
import { addStep, deleteStep, moveSteps } from '@/lib/document/operations/steps';
import { addTouchpoint, deleteTouchpoint, moveTouchpoint, updateTouchpoint } from '@/lib/document/operations/touchpoints';
import { addTransition, deleteTransition, updateTransition } from '@/lib/document/operations/transitions';
import { readMap } from '@/lib/document/readMap';
import { localOrigin } from '@/lib/document/schema';
import { setText, textOf } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { cardKinds } from '@/lib/map/card';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { type LinkFilter, type LinkTarget, linkTargetTypes } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { laneKinds } from '@/lib/map/lane';
import { gates } from '@/lib/map/moment';
import { answerTypes, type Differing, differingCollections, type ReasonAim, type ReasonAnswer } from '@/lib/map/reason';
import { recordKey } from '@/lib/map/recordKey';
import { planTable } from '@/lib/map/table/planTable';
import { toTable } from '@/lib/map/table/readTable';
import type { TableTarget } from '@/lib/map/table/tablePlan';
import { transitionKinds } from '@/lib/map/transition';

/** Whole numbers, 0 or more, that decide what an edit does. The same numbers on the same document do the same. */
export type Dice = readonly number[];

const tags = ['Rechnung', 'rechnung', 'waiting time', '#urgent', 'a:b', 'Größe', ' '];
const addresses = ['https://example.org/a?b=c', 'example.org', 'mail@example.org', 'javascript:alert(1)'] as const;
const filters: readonly [LinkFilter, ...LinkFilter[]] = [
  {},
  { touchpoint: 'Hotline' },
  { channel: 'phone', text: 'waits' },
  { from: '2026-01-01' },
];
const words = ['waits', 'on hold', '„Warum?“', 'émotion', '😀', '', 'a\nb', 'tells it again'];

type Throw = {
  doc: Y.Doc;
  map: JourneyMap;
  /** One of some, deleted ones included; now and then an id that is not there. */
  id(of: keyof Omit<JourneyMap, 'meta' | 'emotions' | 'moments' | 'stepDepartments' | 'cardTags'>): string;
  ids(of: 'cards' | 'steps' | 'stages' | 'lanes' | 'touchpoints'): string[];
  place(of: 'stages' | 'lanes' | 'personas' | 'departments'): Place;
  one<T>(of: readonly [T, ...T[]]): T;
  number(below: number): number;
  word(): string;
  tag(): string;
};

function throwDice(doc: Y.Doc, dice: Dice): Throw {
  const { map } = readMap(doc);
  let at = 0;
  const number = (below: number): number => (below > 0 ? (dice[at++ % dice.length] ?? 0) % below : 0);
  const id: Throw['id'] = (of) => map[of][number(map[of].length + 1)]?.id ?? 'gone';
  return {
    doc,
    map,
    id,
    number,
    ids: (of) => Array.from({ length: 1 + number(3) }, () => id(of)),
    place: (of) => [{ index: number(5) }, { before: id(of) }, { after: id(of) }][number(3)] ?? { index: 0 },
    one: (of) => of[number(of.length)] ?? of[0],
    tag: () => tags[number(tags.length)] ?? '',
    word: () => words[number(words.length)] ?? '',
  };
}

const stepPlace = (t: Throw) =>
  [{ stageId: t.id('stages'), index: t.number(4) }, { before: t.id('steps') }, { after: t.id('steps') }][t.number(3)] ?? {
    after: '',
  };
const cardPlace = (t: Throw) =>
  [{ stepId: t.id('steps'), laneId: t.id('lanes'), index: t.number(4) }, { before: t.id('cards') }, { after: t.id('cards') }][
    t.number(3)
  ] ?? { after: '' };

/** What evidence can be about; mostly something that is there. */
function linkTarget(t: Throw): LinkTarget {
  const type = t.one(linkTargetTypes);
  return { type, id: t.id(type === 'card' ? 'cards' : type === 'transition' ? 'transitions' : 'steps') };
}

/** What a reason can be about: the title block, something that is there, now and then something that never was. */
function differing(t: Throw): Differing {
  const collection = t.one(differingCollections);
  if (collection === 'meta') return { collection, id: '' };
  const record = t.map[collection][t.number(t.map[collection].length + 1)];
  return { collection, id: record ? recordKey(collection, record as never) : 'gone' };
}

function answerOf(t: Throw): ReasonAnswer {
  const type = t.one(answerTypes);
  return { type, id: t.id(type === 'card' ? 'cards' : 'links') };
}

const aimOf = (t: Throw): ReasonAim =>
  t.one<ReasonAim>([
    { kind: 'emotion', personaId: t.id('personas'), to: t.one([-2, 0.25, 2]) },
    { kind: 'score', metric: t.one(['csat', 'ces']), to: t.number(101) },
    { kind: 'score', metric: 'nps', to: -t.number(101) },
    { kind: 'moment', gate: 'held' },
  ]);

/** Types or deletes a little somewhere in a card's text, as a bound textarea would. */
function typeIntoCard(t: Throw): void {
  const text = textOf(t.doc, { type: 'card', id: t.id('cards'), field: 'text' });
  if (!text) return;
  const at = t.number(text.length + 1);
  const removed = Math.min(t.number(3), text.length - at);
  t.doc.transact(() => {
    if (removed > 0) text.delete(at, removed);
    text.insert(at, 'xyz'.slice(t.number(3)));
  }, localOrigin);
}

/** All operations. Each is called with dice; most do something on most throws. */
export const edits: Readonly<Record<string, (t: Throw) => unknown>> = {
  setTitle: (t) => setText(t.doc, { reference: { type: 'meta', field: 'title' }, text: t.word() }),
  setMapNotes: (t) => setText(t.doc, { reference: { type: 'meta', field: 'notes' }, text: t.word() }),
  setMapKind: (t) => setMapKind(t.doc, { kind: t.one(['current', 'future']) }),
  setAsOf: (t) => setAsOf(t.doc, { asOf: t.one(['', '2026-11-22', '2026-02-31']) }),
  addStage: (t) => addStage(t.doc, { title: t.word(), place: t.place('stages') }),
  renameStage: (t) => renameStage(t.doc, { id: t.id('stages'), title: t.word() }),
  moveStage: (t) => moveStage(t.doc, { id: t.id('stages'), place: t.place('stages') }),
  deleteStage: (t) => deleteStage(t.doc, { id: t.id('stages') }),
  mergeStages: (t) => mergeStages(t.doc, { ids: t.ids('stages') }),
  splitStage: (t) => splitStage(t.doc, { stepId: t.id('steps'), title: t.word() }),
  duplicateStages: (t) => duplicateStages(t.doc, { ids: t.ids('stages') }),
  addStep: (t) => addStep(t.doc, { at: stepPlace(t), title: t.word() }),
  setStepTitle: (t) => setText(t.doc, { reference: { type: 'step', id: t.id('steps'), field: 'title' }, text: t.word() }),
  setStepNotes: (t) => setText(t.doc, { reference: { type: 'step', id: t.id('steps'), field: 'notes' }, text: t.word() }),
  moveSteps: (t) => moveSteps(t.doc, { ids: t.ids('steps'), to: stepPlace(t) }),
  mergeSteps: (t) => mergeSteps(t.doc, { ids: t.ids('steps') }),
  mergeStepsAgain: (t) => mergeSteps(t.doc, { ids: [...t.ids('steps'), ...t.ids('steps')] }),
  splitStep: (t) =>
    splitStep(t.doc, { id: t.id('steps'), title: t.word(), cardIds: t.ids('cards'), touchpointIds: t.ids('touchpoints') }),
  duplicateSteps: (t) => duplicateSteps(t.doc, { ids: t.ids('steps') }),
  deleteStep: (t) => deleteStep(t.doc, { id: t.id('steps') }),
  setStepDuration: (t) => setStepDuration(t.doc, { id: t.id('steps'), minutes: t.number(9) || null }),
  setStepWaiting: (t) => setStepWaiting(t.doc, { id: t.id('steps'), minutes: t.number(9) || null }),
  setStepEvidenceLevel: (t) => setStepEvidenceLevel(t.doc, { id: t.id('steps'), evidenceLevel: t.one(evidenceLevels) }),
  addLane: (t) => addLane(t.doc, { kind: t.one(laneKinds), title: t.word(), place: t.place('lanes') }),
  renameLane: (t) => renameLane(t.doc, { id: t.id('lanes'), title: t.word() }),
  moveLane: (t) => moveLane(t.doc, { id: t.id('lanes'), place: t.place('lanes') }),
  duplicateLanes: (t) => duplicateLanes(t.doc, { ids: t.ids('lanes') }),
  deleteLane: (t) => deleteLane(t.doc, { id: t.id('lanes') }),
  setLaneHeight: (t) => setLaneHeight(t.doc, { id: t.id('lanes'), height: t.number(500) || null }),
  foldLane: (t) => foldLane(t.doc, { id: t.id('lanes'), folded: t.number(2) === 1 }),
  hideLanes: (t) => hideLanes(t.doc, { ids: [t.id('lanes'), t.id('lanes')], hidden: t.number(2) === 1 }),
  addCard: (t) => addCard(t.doc, { at: cardPlace(t), text: t.word() }),
  addCards: (t) => addCards(t.doc, { at: cardPlace(t), cards: [{ text: t.word() }, { kind: 'quote' }] }),
  pasteCards: (t) => pasteCards(t.doc, { at: cardPlace(t), text: `- ${t.word()}\n- ${t.word()}` }),
  pasteTable: (t) => {
    const [stepId, laneId] = [t.id('steps'), t.id('lanes')];
    const map = arrange(t.map);
    const table = toTable([
      ['', t.word(), 'b'],
      [t.one(['Doing', 'Gefühl', 'Touchpoints', 'My own']), t.one(['1', '-2', 'Hotline, Web']), t.word()],
      ['', 'more', '2'],
    ]);
    const to = t.one<TableTarget>([{ type: 'end' }, { type: 'afterStep', stepId }, { type: 'cells', stepId, laneId }]);
    const plan = planTable(table, { titles: true, names: t.number(2) === 1, swapped: t.number(3) === 1, to }, map);
    return pasteTable(t.doc, plan);
  },
  typeIntoCard,
  typeIntoCardAgain: typeIntoCard,
  setCardText: (t) => setText(t.doc, { reference: { type: 'card', id: t.id('cards'), field: 'text' }, text: t.word() }),
  moveCards: (t) => moveCards(t.doc, { ids: t.ids('cards'), to: cardPlace(t) }),
  moveCardsAgain: (t) => moveCards(t.doc, { ids: t.ids('cards'), to: cardPlace(t) }),
  duplicateCards: (t) => duplicateCards(t.doc, { ids: t.ids('cards') }),
  deleteCards: (t) => deleteCards(t.doc, { ids: t.ids('cards') }),
  setCardKind: (t) => setCardKind(t.doc, { ids: t.ids('cards'), kind: t.one(cardKinds) }),
  setCardColour: (t) => setCardColour(t.doc, { ids: t.ids('cards'), colour: t.one(['blue', 'green', null]) }),
  setCardEvidenceLevel: (t) => setCardEvidenceLevel(t.doc, { ids: t.ids('cards'), evidenceLevel: t.one(['observed', null]) }),
  setEvidenceLevel: (t) =>
    setEvidenceLevel(t.doc, {
      stepIds: t.ids('steps'),
      cardIds: t.ids('cards'),
      evidenceLevel: t.one([...evidenceLevels, null]),
    }),
  addCardTags: (t) => addCardTags(t.doc, { ids: t.ids('cards'), tags: [t.tag(), t.tag()] }),
  addCardTagsAgain: (t) => addCardTags(t.doc, { ids: t.ids('cards'), tags: [t.tag()] }),
  removeCardTags: (t) => removeCardTags(t.doc, { ids: t.ids('cards'), tags: [t.tag()] }),
  setCardTags: (t) => setCardTags(t.doc, { ids: t.ids('cards'), tags: t.one([[], [t.tag()], [t.tag(), t.tag()]]) }),
  addCardLink: (t) => addCardLink(t.doc, { cardId: t.id('cards'), address: t.one(addresses), label: t.word() }),
  updateCardLink: (t) => updateCardLink(t.doc, { id: t.id('cardLinks'), address: t.one(addresses), label: t.word() }),
  removeCardLink: (t) => removeCardLink(t.doc, { id: t.id('cardLinks') }),
  addAttachments: (t) =>
    addAttachments(t.doc, {
      cardId: t.id('cards'),
      files: [
        { fileId: `file${t.number(9)}`, name: `${t.word()}.png`, mediaType: 'image/png', size: 7, width: 640, height: 480 },
        { fileId: `file${t.number(9)}`, name: t.word(), mediaType: 'application/pdf', size: t.number(999) },
      ],
    }),
  setAttachmentAlt: (t) => setAttachmentAlt(t.doc, { id: t.id('attachments'), alt: t.word() }),
  removeAttachments: (t) => removeAttachments(t.doc, { ids: [t.id('attachments')] }),
  restoreAttachment: (t) => restoreRecord(t.doc, { collection: 'attachments', id: t.id('attachments') }),
  linkEvidence: (t) => linkEvidence(t.doc, { target: linkTarget(t), sourceId: 'source1', filter: t.one(filters) }),
  linkEvidenceAgain: (t) => linkEvidence(t.doc, { target: { type: 'step', id: t.id('steps') }, sourceId: 'source1' }),
  linkAnswer: (t) =>
    linkEvidence(t.doc, { target: linkTarget(t), sourceId: 'source1', responseId: `answer${t.number(3)}`, column: 2 }),
  changeLink: (t) => changeLink(t.doc, { id: t.id('links'), target: linkTarget(t) }),
  changeLinkFilter: (t) => changeLink(t.doc, { id: t.id('links'), filter: t.one([...filters, null]) }),
  deleteLinks: (t) => unlinkEvidence(t.doc, { ids: [t.id('links'), t.id('links')] }),
  restoreLink: (t) => restoreRecord(t.doc, { collection: 'links', id: t.id('links') }),
  setEmotion: (t) => setEmotion(t.doc, { stepId: t.id('steps'), personaId: t.id('personas'), value: t.one([null, -2, 0.5, 9]) }),
  markMoment: (t) => markMoment(t.doc, { stepId: t.id('steps'), stays: t.word(), gate: t.one(gates) }),
  unmarkMoment: (t) => unmarkMoment(t.doc, { stepId: t.id('steps') }),
  setGate: (t) => setGate(t.doc, { stepId: t.id('steps'), gate: t.one(gates) }),
  addTransition: (t) => {
    const kind = t.one(transitionKinds);
    return addTransition(t.doc, {
      kind,
      from: t.id('steps'),
      to: kind === 'exit' ? null : t.id('steps'),
      label: t.word(),
      share: 0.2,
    });
  },
  updateTransition: (t) => updateTransition(t.doc, { id: t.id('transitions'), to: t.id('steps'), share: t.one([null, 0.5, 3]) }),
  deleteTransition: (t) => deleteTransition(t.doc, { id: t.id('transitions') }),
  addTouchpoint: (t) =>
    addTouchpoint(t.doc, { at: { stepId: t.id('steps'), index: t.number(3) }, channel: t.one(['phone', 'Kiosk', '']) }),
  updateTouchpoint: (t) => updateTouchpoint(t.doc, { id: t.id('touchpoints'), name: t.word() }),
  moveTouchpoint: (t) => moveTouchpoint(t.doc, { id: t.id('touchpoints'), to: { stepId: t.id('steps') } }),
  deleteTouchpoint: (t) => deleteTouchpoint(t.doc, { id: t.id('touchpoints') }),
  addDepartment: (t) => addDepartment(t.doc, { name: t.word(), place: t.place('departments') }),
  renameDepartment: (t) => renameDepartment(t.doc, { id: t.id('departments'), name: t.word() }),
  moveDepartment: (t) => moveDepartment(t.doc, { id: t.id('departments'), place: t.place('departments') }),
  deleteDepartment: (t) => deleteDepartment(t.doc, { id: t.id('departments') }),
  setStepDepartment: (t) =>
    setStepDepartment(t.doc, {
      stepId: t.id('steps'),
      departmentId: t.id('departments'),
      role: t.one(['responsible', 'involved', null]),
    }),
  addPersona: (t) => addPersona(t.doc, { name: t.word(), place: t.place('personas') }),
  renamePersona: (t) => renamePersona(t.doc, { id: t.id('personas'), name: t.word() }),
  movePersona: (t) => movePersona(t.doc, { id: t.id('personas'), place: t.place('personas') }),
  deletePersona: (t) => deletePersona(t.doc, { id: t.id('personas') }),
  addReason: (t) => addReason(t.doc, { about: differing(t), text: t.word() }),
  addWholeReason: (t) =>
    addReason(t.doc, { about: differing(t), text: t.word(), answers: [answerOf(t), answerOf(t)], aim: aimOf(t) }),
  setReasonText: (t) => setReasonText(t.doc, { id: t.id('reasons'), text: t.word() }),
  setReasonAnswers: (t) => setReasonAnswers(t.doc, { id: t.id('reasons'), answers: t.one([[], [answerOf(t), answerOf(t)]]) }),
  addReasonAnswer: (t) => addReasonAnswer(t.doc, { id: t.id('reasons'), answer: answerOf(t) }),
  removeReasonAnswer: (t) => {
    const reason = t.map.reasons[t.number(t.map.reasons.length + 1)];
    const answer = reason?.answers[t.number(reason.answers.length)] ?? answerOf(t);
    return removeReasonAnswer(t.doc, { id: reason?.id ?? 'gone', answer });
  },
  setReasonAim: (t) => setReasonAim(t.doc, { id: t.id('reasons'), aim: t.one([null, aimOf(t)]) }),
  deleteReason: (t) => deleteReason(t.doc, { id: t.id('reasons') }),
  restoreReason: (t) => restoreRecord(t.doc, { collection: 'reasons', id: t.id('reasons') }),
  restoreCard: (t) => restoreRecord(t.doc, { collection: 'cards', id: t.id('cards') }),
  restoreStep: (t) => restoreRecord(t.doc, { collection: 'steps', id: t.id('steps') }),
  restoreStage: (t) => restoreRecord(t.doc, { collection: 'stages', id: t.id('stages') }),
};

export const editNames = Object.keys(edits);

/** Performs one named edit on a document, as its person would. */
export function performEdit(doc: Y.Doc, name: string, dice: Dice): void {
  edits[name]?.(throwDice(doc, dice));
}
