import type * as Y from 'yjs';
import { z } from 'zod';
import { evidenceLevelSchema } from '@/lib/map/evidenceLevel';
import { laneKinds, maxLaneHeight, minLaneHeight } from '@/lib/map/lane';
import { mapKinds } from '@/lib/map/meta';
import { duplicateLanes, duplicateStages, duplicateSteps } from '../operations/duplicateBlocks';
import { addLane, deleteLane, foldLane, hideLanes, moveLane, renameLane, setLaneHeight, setLaneKind } from '../operations/lanes';
import { mergeStages } from '../operations/mergeStages';
import { mergeSteps } from '../operations/mergeSteps';
import { setAsOf, setMapKind } from '../operations/meta';
import { restoreRecord } from '../operations/records';
import { splitStage, splitStep } from '../operations/split';
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

/** The id that stays when several become one. */
const kept = (one: string | null): string[] | null => (one === null ? null : [one]);

/** What a program may copy at once: less than a person, as it can ask again and again. */
const mostCopied = 2_000;
type Copy = (doc: Y.Doc, input: { ids: readonly string[]; most?: number }, origin: unknown) => string[];
const copiedIn =
  (copy: Copy) =>
  (doc: Y.Doc, input: { ids: string[] }, origin: unknown): string[] =>
    copy(doc, { ...input, most: mostCopied }, origin);

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
  'reason',
  'link',
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
  named(
    'mergeStages',
    'Makes one stage of several: the first on the map keeps its id, which is the answer, and gets the steps of the others behind its own.',
    { ids: referencesSchema.min(2) },
    (doc, input, origin) => kept(mergeStages(doc, input, origin)),
  ),
  namedMaker(
    'splitStage',
    'Makes two stages of one: a new one behind it gets the steps from this one on. The first part keeps the id.',
    { stepId: referenceSchema, title: title.optional() },
    splitStage,
  ),
  named(
    'duplicateStages',
    'Copies stages with their steps, behind the last one copied.',
    { ids: referencesSchema },
    copiedIn(duplicateStages),
  ),
  named('deleteStage', 'Deletes a stage. Its steps stay and are shown as unplaced.', { id }, deleteStage),

  namedMaker('addStep', 'Adds a step.', { at: stepPlaceSchema, title: title.optional() }, addStep),
  named('renameStep', 'Gives a step another title.', { id, title }, renameStep),
  named('setStepNotes', 'Replaces a step’s notes.', { id, text: fieldTextSchema }, (doc, input, origin) =>
    setText(doc, { reference: { type: 'step', id: input.id, field: 'notes' }, text: input.text }, origin),
  ),
  named('moveSteps', 'Moves steps, with all that hangs on them.', { ids: referencesSchema, to: stepPlaceSchema }, moveSteps),
  named(
    'mergeSteps',
    'Makes one step of several: the first on the map keeps its id, which is the answer, and takes over what is on the others, evidence too. ' +
      'Not done when a joined text would be longer than a text may be.',
    { ids: referencesSchema.min(2) },
    (doc, input, origin) => kept(mergeSteps(doc, input, origin)),
  ),
  namedMaker(
    'splitStep',
    'Makes two steps of one: a new one behind it gets the cards and touchpoints that are named. The first part keeps the id, evidence, ways, ' +
      'moment, times and notes.',
    {
      id,
      title: title.optional(),
      cardIds: z.array(referenceSchema).max(500).optional(),
      touchpointIds: z.array(referenceSchema).max(500).optional(),
    },
    splitStep,
  ),
  named(
    'duplicateSteps',
    'Copies steps with everything on them but ways, behind the last one copied of their stage.',
    { ids: referencesSchema },
    copiedIn(duplicateSteps),
  ),
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
  named(
    'duplicateLanes',
    'Copies lanes with their cards, below the last one copied.',
    { ids: referencesSchema },
    copiedIn(duplicateLanes),
  ),
  named('deleteLane', 'Deletes a lane. Its cards stay and are shown as unplaced.', { id }, deleteLane),
  named('setLaneKind', 'Says what a lane is for.', { id, kind: z.enum(laneKinds) }, setLaneKind),
  named(
    'setLaneHeight',
    'Sets a lane’s least height in pixels at 100 %; null lets the content decide.',
    { id, height: z.number().min(minLaneHeight).max(maxLaneHeight).nullable() },
    setLaneHeight,
  ),
  named('foldLane', 'Folds a lane up, or down.', { id, folded: z.boolean() }, foldLane),
  named(
    'hideLanes',
    'Leaves lanes out of the map for everybody, or shows them again. Their cards stay.',
    { ids: referencesSchema, hidden: z.boolean() },
    hideLanes,
  ),

  named(
    'restoreRecord',
    'Brings what was deleted back to where it stood.',
    { type: z.enum(restorable), id },
    (doc, { type, id: deleted }, origin) => restoreRecord(doc, { collection: collectionOf(type), id: deleted }, origin),
  ),
];
