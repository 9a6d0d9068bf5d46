import { z } from 'zod';
import { cardKinds } from '@/lib/map/card';
import { departmentRoles } from '@/lib/map/department';
import { maxEmotion, minEmotion } from '@/lib/map/emotion';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { gates } from '@/lib/map/moment';
import { channelSchema } from '@/lib/map/touchpoint';
import { transitionKinds } from '@/lib/map/transition';
import {
  addCard,
  addCards,
  deleteCards,
  duplicateCards,
  moveCards,
  setCardColour,
  setCardEvidenceLevel,
  setCardKind,
} from '../operations/cards';
import {
  addDepartment,
  deleteDepartment,
  moveDepartment,
  renameDepartment,
  setDepartmentColour,
  setStepDepartment,
} from '../operations/departments';
import { setEmotion } from '../operations/emotions';
import { setEvidenceLevel } from '../operations/evidence';
import { markMoment, setGate, unmarkMoment } from '../operations/moments';
import { addPersona, deletePersona, movePersona, renamePersona } from '../operations/personas';
import { addTouchpoint, deleteTouchpoint, moveTouchpoint, updateTouchpoint } from '../operations/touchpoints';
import { addTransition, deleteTransition, updateTransition } from '../operations/transitions';
import { findAlive } from '../schema';
import { setText } from '../textReference';
import {
  cardPlaceSchema,
  fieldTextSchema,
  named,
  namedMaker,
  placeSchema,
  referenceSchema,
  referencesSchema,
  touchpointPlaceSchema,
} from './namedOperation';

const id = referenceSchema;
const ids = referencesSchema;
const stepId = referenceSchema;
const text = fieldTextSchema;
const shortName = z.string().max(200);
const colour = z.string().max(32).describe('A name of the palette, such as “slate”.');
const gate = z.enum(gates);
const share = z.number().min(0).max(1).nullable().describe('The part of customers who go this way, 0–1; null when not known.');
const to = referenceSchema.nullable().describe('Null for an exit, and only for one.');

const card = {
  text: text.optional(),
  kind: z.enum(cardKinds).optional(),
  colour: colour.optional(),
  evidenceLevel: evidenceLevelSchema.optional(),
};

/** Cards, and what customers go through at a step: touchpoints, feelings, moments, ways; and who has a part in it. */
export const contentOperations = [
  namedMaker('addCard', 'Adds a card.', { at: cardPlaceSchema, ...card }, addCard),
  named(
    'addCards',
    'Adds cards side by side, in the order given.',
    { at: cardPlaceSchema, cards: z.array(z.strictObject(card)).min(1).max(500) },
    addCards,
  ),
  named(
    'setCardText',
    'Replaces a card’s text by the smallest edit, so that what others type in it stays.',
    { id, text },
    (doc, input, origin) =>
      findAlive(doc, 'cards', input.id) !== null &&
      setText(doc, { reference: { type: 'card', id: input.id, field: 'text' }, text: input.text }, origin),
  ),
  named('moveCards', 'Moves cards to a place.', { ids, to: cardPlaceSchema }, moveCards),
  named(
    'duplicateCards',
    'Copies cards, each behind itself, or all to a place.',
    { ids, to: cardPlaceSchema.optional() },
    duplicateCards,
  ),
  named('deleteCards', 'Deletes cards.', { ids }, deleteCards),
  named('setCardKind', 'Says what cards are.', { ids, kind: z.enum(cardKinds) }, setCardKind),
  named(
    'setCardColour',
    'Gives cards a colour; null lets the lane’s kind decide.',
    { ids, colour: colour.nullable() },
    setCardColour,
  ),
  named(
    'setCardEvidenceLevel',
    'Says how cards are known; null when nothing is said about it.',
    { ids, evidenceLevel: evidenceLevelSchema.nullable() },
    setCardEvidenceLevel,
  ),
  named(
    'setEvidenceLevel',
    'Says how several steps and cards are known, at once; null lets cards go by their step, and leaves steps as they are.',
    { stepIds: ids.optional(), cardIds: ids.optional(), evidenceLevel: evidenceLevelSchema.nullable() },
    setEvidenceLevel,
  ),

  namedMaker(
    'addTouchpoint',
    'Adds a touchpoint to a step.',
    { at: touchpointPlaceSchema, channel: channelSchema, name: shortName.optional() },
    addTouchpoint,
  ),
  named(
    'updateTouchpoint',
    'Changes what is given of a touchpoint.',
    { id, name: shortName.optional(), channel: channelSchema.optional() },
    updateTouchpoint,
  ),
  named('moveTouchpoint', 'Moves a touchpoint.', { id, to: touchpointPlaceSchema }, moveTouchpoint),
  named('deleteTouchpoint', 'Deletes a touchpoint.', { id }, deleteTouchpoint),

  named(
    'setEmotion',
    'Says how a persona feels at a step, −2 … +2; null when nobody has said.',
    { stepId, personaId: referenceSchema, value: z.number().min(minEmotion).max(maxEmotion).nullable() },
    setEmotion,
  ),
  named(
    'markMoment',
    'Marks a step as an all-or-nothing moment, or changes what is said of one.',
    { stepId, stays: text.optional(), leaves: text.optional(), gate: gate.optional() },
    markMoment,
  ),
  named('unmarkMoment', 'Takes the mark of an all-or-nothing moment away.', { stepId }, unmarkMoment),
  named('setGate', 'Says whether customers stay at a marked moment.', { stepId, gate }, setGate),

  namedMaker(
    'addTransition',
    'Adds a way from step to step. An equal one is not made twice.',
    { kind: z.enum(transitionKinds), from: referenceSchema, to, label: text.optional(), share: share.optional() },
    addTransition,
  ),
  named(
    'updateTransition',
    'Changes what is given of a transition.',
    {
      id,
      kind: z.enum(transitionKinds).optional(),
      from: referenceSchema.optional(),
      to: to.optional(),
      label: text.optional(),
      share: share.optional(),
    },
    updateTransition,
  ),
  named('deleteTransition', 'Deletes a transition.', { id }, deleteTransition),

  namedMaker(
    'addPersona',
    'Adds a persona. The first one is the map’s main persona.',
    { name: text, description: text.optional(), place: placeSchema.optional() },
    addPersona,
  ),
  named('renamePersona', 'Gives a persona another name.', { id, name: text }, renamePersona),
  named('setPersonaDescription', 'Replaces what is said of a persona.', { id, text }, (doc, input, origin) =>
    setText(doc, { reference: { type: 'persona', id: input.id, field: 'description' }, text: input.text }, origin),
  ),
  named('movePersona', 'Moves a persona.', { id, place: placeSchema }, movePersona),
  named('deletePersona', 'Deletes a persona.', { id }, deletePersona),

  namedMaker(
    'addDepartment',
    'Adds a department.',
    { name: shortName, colour: colour.optional(), place: placeSchema.optional() },
    addDepartment,
  ),
  named('renameDepartment', 'Gives a department another name.', { id, name: shortName }, renameDepartment),
  named('setDepartmentColour', 'Gives a department another colour.', { id, colour }, setDepartmentColour),
  named('moveDepartment', 'Moves a department.', { id, place: placeSchema }, moveDepartment),
  named('deleteDepartment', 'Deletes a department.', { id }, deleteDepartment),
  named(
    'setStepDepartment',
    'Gives a department a part in a step, changes it, or ends it (null).',
    { stepId, departmentId: referenceSchema, role: z.enum(departmentRoles).nullable() },
    setStepDepartment,
  ),
];
