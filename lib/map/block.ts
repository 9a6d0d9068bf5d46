import { z } from 'zod';
import { cardSchema } from './card';
import { type CardPartsContent, cardPartsShape, countParts } from './cardPartsContent';
import { departmentRoles, departmentSchema } from './department';
import { emotionSchema } from './emotion';
import { copiedEvidenceSchema } from './evidenceLink';
import { idSchema } from './id';
import { laneSchema } from './lane';
import { momentSchema } from './moment';
import { personaSchema } from './persona';
import { stageSchema } from './stage';
import { stepSchema } from './step';
import { maxTextLength } from './text';
import { touchpointSchema } from './touchpoint';

/** Most records that one block may make: nobody's edit shall wait long for it. */
export const maxBlockRecords = 5000;

const text = z.string().max(maxTextLength);
const count = z.number().int().min(0).max(maxBlockRecords);

/** What a block refers to by number: found again on another map as the n-th (`nth`, from 0) of its name. */
const known = { id: idSchema, nth: count };

const laneRefSchema = laneSchema.omit({ order: true, deletedAt: true }).extend({ ...known, title: text });
const personaRefSchema = personaSchema.omit({ order: true, deletedAt: true }).extend({ ...known, name: text, description: text });
const departmentRefSchema = departmentSchema.omit({ order: true, deletedAt: true }).extend(known);
const columnSchema = z.object({ ...known, title: text, number: count });

const cardContentSchema = cardSchema
  .omit({ id: true, pos: true, deletedAt: true, votes: true })
  .extend({ text, ...cardPartsShape, evidence: copiedEvidenceSchema });
export type CardContent = z.infer<typeof cardContentSchema>;

const stepContentSchema = stepSchema.omit({ id: true, pos: true, deletedAt: true, mergedInto: true, mergedTexts: true }).extend({
  title: text,
  notes: text,
  touchpoints: z.array(touchpointSchema.omit({ id: true, pos: true, deletedAt: true })).max(maxBlockRecords),
  departments: z.array(z.object({ department: count, role: z.enum(departmentRoles) })).max(maxBlockRecords),
  emotions: z.array(z.object({ persona: count, value: emotionSchema.shape.value })).max(maxBlockRecords),
  moment: momentSchema.pick({ gate: true }).extend({ stays: text, leaves: text }).optional(),
  evidence: copiedEvidenceSchema,
  momentEvidence: copiedEvidenceSchema,
  cards: z.array(z.object({ lane: count, card: cardContentSchema })).max(maxBlockRecords),
});
export type StepContent = z.infer<typeof stepContentSchema>;

const stageContentSchema = stageSchema.pick({ title: true }).extend({
  title: text,
  steps: z.array(stepContentSchema).max(maxBlockRecords),
});

const rowSchema = z.object({
  lane: laneRefSchema.omit({ id: true, nth: true }),
  cards: z.array(z.object({ column: count, card: cardContentSchema })).max(maxBlockRecords),
});

/** What steps refer to. */
const surroundings = {
  lanes: z.array(laneRefSchema).max(maxBlockRecords),
  personas: z.array(personaRefSchema).max(maxBlockRecords),
  departments: z.array(departmentRefSchema).max(maxBlockRecords),
};

/**
 * A part of a map that is copied as a whole: steps, stages or lanes, with everything on them but ways, which belong to the original. Complete in
 * itself, so that it can be put into another map; what links to evidence refer to is there on maps of the same workspace only.
 */
export const blockSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('steps'), ...surroundings, steps: z.array(stepContentSchema).min(1).max(maxBlockRecords) }),
    z.object({ kind: z.literal('stages'), ...surroundings, stages: z.array(stageContentSchema).min(1).max(maxBlockRecords) }),
    z.object({
      kind: z.literal('lanes'),
      columns: z.array(columnSchema).max(maxBlockRecords),
      rows: z.array(rowSchema).min(1).max(maxBlockRecords),
    }),
  ])
  .refine((block) => countRecords(block) <= maxBlockRecords);
export type Block = z.infer<typeof blockSchema>;
export type StepsBlock = Exclude<Block, { kind: 'lanes' }>;
export type LanesBlock = Extract<Block, { kind: 'lanes' }>;
export type LaneRef = z.infer<typeof laneRefSchema>;
export type ColumnRef = z.infer<typeof columnSchema>;

type Countable =
  | { kind: 'steps'; steps: readonly CountableStep[] }
  | { kind: 'stages'; stages: readonly { steps: readonly CountableStep[] }[] }
  | { kind: 'lanes'; rows: readonly { cards: readonly CountableCard[] }[] };
type Evidenced = { evidence?: readonly unknown[] | undefined; momentEvidence?: readonly unknown[] | undefined };
type CountableCard = { card: CardPartsContent & Evidenced };
type CountableStep = Record<'touchpoints' | 'departments' | 'emotions', readonly unknown[]> &
  Evidenced & { cards: readonly CountableCard[] };

const countLinks = ({ evidence, momentEvidence }: Evidenced): number => (evidence?.length ?? 0) + (momentEvidence?.length ?? 0);

/** How many records a block makes. */
export function countRecords(block: Countable): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  const ofCards = (cards: readonly CountableCard[]): number =>
    sum(cards.map(({ card }) => 1 + countParts(card) + countLinks(card)));
  const ofStep = (step: CountableStep): number =>
    1 + step.touchpoints.length + step.departments.length + step.emotions.length + countLinks(step) + ofCards(step.cards);
  switch (block.kind) {
    case 'steps':
      return sum(block.steps.map(ofStep));
    case 'stages':
      return sum(block.stages.map(({ steps }) => 1 + sum(steps.map(ofStep))));
    case 'lanes':
      return sum(block.rows.map(({ cards }) => 1 + ofCards(cards)));
  }
}
