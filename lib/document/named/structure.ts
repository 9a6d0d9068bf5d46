import { z } from 'zod';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { laneKinds } from '@/lib/map/lane';
import { mapKinds } from '@/lib/map/meta';
import { addLane, deleteLane, foldLane, moveLane, renameLane, setLaneHeight, setLaneKind } from '../operations/lanes';
import { setAsOf, setMapKind } from '../operations/meta';
import { restoreRecord } from '../operations/records';
import { addStage, deleteStage, moveStage, renameStage } from '../operations/stages';
import { setStepDuration, setStepEvidenceLevel, setStepWaiting } from '../operations/stepFacts';
import { addStep, deleteStep, moveSteps, renameStep } from '../operations/steps';
import { type RecordCollection, recordNames } from '../schema';
import { setText } from '../textReference';
import {
  fieldTextSchema,
  named,
  namedMaker,
  placeSchema,
  referenceSchema,
  referencesSchema,
  stepPlaceSchema,
} from './namedOperation';

const id = referenceSchema;
const title = fieldTextSchema;
const minutes = z.number().min(0).nullable().describe('Minutes; null when that is not known.');

const asOfSchema = z.union([z.iso.date(), z.literal('')]).describe('`YYYY-MM-DD`, or empty.');

/** What can be deleted softly and brought back, by the name of one record. */
const restorable = [
  'stage',
  'step',
  'lane',
  'card',
  'touchpoint',
  'department',
  'persona',
  'transition',
  'attachment',
  'cardLink',
] as const;
const collectionOf = (name: (typeof restorable)[number]): RecordCollection =>
  (Object.keys(recordNames) as RecordCollection[]).find((collection) => recordNames[collection] === name) ?? 'cards';

/** The title block, stages, steps and lanes. */
export const structureOperations = [
  named('setTitle', 'Gives the map another title.', { text: fieldTextSchema }, (doc, { text }, origin) =>
    setText(doc, { reference: { type: 'meta', field: 'title' }, text }, origin),
  ),
  named('setScenario', 'Says in which situation the customer is.', { text: fieldTextSchema }, (doc, { text }, origin) =>
    setText(doc, { reference: { type: 'meta', field: 'scenario' }, text }, origin),
  ),
  named('setGoal', 'Says what the customer wants to reach.', { text: fieldTextSchema }, (doc, { text }, origin) =>
    setText(doc, { reference: { type: 'meta', field: 'goal' }, text }, origin),
  ),
  named('setMapNotes', 'Replaces the notes about the map as a whole.', { text: fieldTextSchema }, (doc, { text }, origin) =>
    setText(doc, { reference: { type: 'meta', field: 'notes' }, text }, origin),
  ),
  named('setMapKind', 'Says whether the map shows the current or the future state.', { kind: z.enum(mapKinds) }, setMapKind),
  named('setAsOf', 'Sets the day that the map shows; none with an empty text.', { asOf: asOfSchema }, setAsOf),

  namedMaker('addStage', 'Adds a stage.', { title: title.optional(), place: placeSchema.optional() }, addStage),
  named('renameStage', 'Gives a stage another title.', { id, title }, renameStage),
  named('moveStage', 'Moves a stage with its steps; the place counts the other stages.', { id, place: placeSchema }, moveStage),
  named('deleteStage', 'Deletes a stage. Its steps stay and are shown as unplaced.', { id }, deleteStage),

  namedMaker('addStep', 'Adds a step.', { at: stepPlaceSchema, title: title.optional() }, addStep),
  named('renameStep', 'Gives a step another title.', { id, title }, renameStep),
  named('setStepNotes', 'Replaces a step’s notes.', { id, text: fieldTextSchema }, (doc, input, origin) =>
    setText(doc, { reference: { type: 'step', id: input.id, field: 'notes' }, text: input.text }, origin),
  ),
  named('moveSteps', 'Moves steps, with all that hangs on them.', { ids: referencesSchema, to: stepPlaceSchema }, moveSteps),
  named('deleteStep', 'Deletes a step. Its cards stay and are shown as unplaced.', { id }, deleteStep),
  named('setStepDuration', 'Says how long the step takes.', { id, minutes }, setStepDuration),
  named('setStepWaiting', 'Says how long the customer waits in the step.', { id, minutes }, setStepWaiting),
  named('setStepEvidenceLevel', 'Says how the step is known.', { id, evidenceLevel: evidenceLevelSchema }, setStepEvidenceLevel),

  namedMaker(
    'addLane',
    'Adds a lane; without a title it shows its kind’s name in the reader’s language.',
    { kind: z.enum(laneKinds), title: title.optional(), place: placeSchema.optional() },
    addLane,
  ),
  named('renameLane', 'Gives a lane another title.', { id, title }, renameLane),
  named('moveLane', 'Moves a lane; the place counts the other lanes.', { id, place: placeSchema }, moveLane),
  named('deleteLane', 'Deletes a lane. Its cards stay and are shown as unplaced.', { id }, deleteLane),
  named('setLaneKind', 'Says what a lane is for.', { id, kind: z.enum(laneKinds) }, setLaneKind),
  named(
    'setLaneHeight',
    'Sets a lane’s least height in pixels at 100 %; null lets the content decide.',
    { id, height: z.number().min(24).max(4000).nullable() },
    setLaneHeight,
  ),
  named('foldLane', 'Folds a lane up, or down.', { id, folded: z.boolean() }, foldLane),

  named(
    'restoreRecord',
    'Brings what was deleted back to where it stood.',
    { type: z.enum(restorable), id },
    (doc, { type, id: deleted }, origin) => restoreRecord(doc, { collection: collectionOf(type), id: deleted }, origin),
  ),
];
