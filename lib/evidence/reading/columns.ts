import { z } from 'zod';
import { scoreScaleSchema } from '../scoreScale';
import { timeFormSchema } from './time/parseTime';
import { isTimeZone } from './time/timeZone';

export const personalKinds = ['name', 'email', 'phone', 'ip', 'address', 'coordinates', 'other'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What becomes of a column with personal data: it is not read, replaced by a pseudonym, or kept because somebody has decided so. */
export const personalTreatments = ['drop', 'pseudonymise', 'keep'] as const;
export type PersonalTreatment = (typeof personalTreatments)[number];

const short = z.string().max(500);

/** What a column is for. */
export const roleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    scale: scoreScaleSchema,
    /** Values of answers in words, by the words in lower case. */
    labels: z.record(short, z.number()).default({}),
  }),
  z.object({ kind: z.literal('verbatim') }),
  z.object({
    kind: z.literal('time'),
    form: timeFormSchema,
    /** The zone of times that do not say theirs; the plan's where it is absent. */
    zone: short.refine(isTimeZone, { error: 'This time zone is not known.' }).optional(),
  }),
  z.object({ kind: z.literal('touchpoint') }),
  z.object({ kind: z.literal('channel') }),
  z.object({ kind: z.literal('segment') }),
  z.object({ kind: z.literal('language') }),
  /** Why the customer got in touch, as whoever answered noted it. */
  z.object({ kind: z.literal('category') }),
  /** Tells answers, or the persons who gave them, from each other. */
  z.object({ kind: z.literal('identifier'), of: z.enum(['response', 'person']) }),
  z.object({ kind: z.literal('personal'), data: z.enum(personalKinds), treatment: z.enum(personalTreatments).default('drop') }),
  z.object({ kind: z.literal('ignore') }),
]);
export type Role = z.infer<typeof roleSchema>;
export type RoleOf<Kind extends Role['kind']> = Extract<Role, { kind: Kind }>;

/** What was guessed and could be otherwise: keys of the `reading` messages. A person who has looked at it takes it away. */
export const doubts = [
  'dates.ambiguous',
  'dates.zoneAssumed',
  'score.directionUnclear',
  'score.metricUnclear',
  'score.scaleUnclear',
  'score.severalSurveys',
] as const;
export type Doubt = (typeof doubts)[number];

/** A column of a file and what it is for. */
export const columnPlanSchema = z.object({
  /** By which the column is known, unique in the file: its header, numbered where that occurs twice, its letter where there is none. */
  name: short,
  /** What was asked, where the header is only a code. */
  label: z.string().max(2000),
  role: roleSchema,
  doubts: z.array(z.enum(doubts)).default([]),
});
export type ColumnPlan = z.infer<typeof columnPlanSchema>;

/** Kinds of role that one column of a file can have at most. */
const single = ['time', 'touchpoint', 'channel', 'language', 'category'] as const;

/** What is wrong with the columns of a plan taken together: the places of columns that repeat a name or a role. */
export function findColumnConflicts(columns: readonly ColumnPlan[]): { index: number; what: 'name' | 'role' }[] {
  const names = new Set<string>();
  const roles = new Set<string>();
  return columns.flatMap(({ name, role }, index) => {
    const key = role.kind === 'identifier' ? `identifier ${role.of}` : role.kind;
    const isSingle = role.kind === 'identifier' || single.some((kind) => kind === role.kind);
    const found = [
      ...(names.has(name) ? [{ index, what: 'name' as const }] : []),
      ...(isSingle && roles.has(key) ? [{ index, what: 'role' as const }] : []),
    ];
    names.add(name);
    if (isSingle) roles.add(key);
    return found;
  });
}
