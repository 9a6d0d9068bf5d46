import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { longestItem, longestNotes, longestTitle, mostAgendaItems } from '../state';
import { writtenText } from '../text';

const title = writtenText(longestTitle).transform((text) => text.replaceAll('\n', ' '));
const minutes = z.number().int().min(1).max(longestItem);
const notes = writtenText(longestNotes);
/** Behind which item; null: at the beginning. */
const afterId = idSchema.nullable();
/** The item that was current where this was asked for: who asks after somebody else has gone on, changes nothing. */
const from = idSchema.nullable();
/** Whether the timer starts with the item's minutes. */
const withTimer = z.boolean().default(false);

/** What a new item says. */
export const agendaEntrySchema = z.strictObject({ title, minutes, notes: notes.default('') });
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;

/** What is sent to change the agenda, or to go on in it. */
export const agendaActions = [
  /** Another agenda in place of the one that is. */
  z.strictObject({ type: z.literal('agenda.set'), items: z.array(agendaEntrySchema).max(mostAgendaItems) }),
  z.strictObject({ type: z.literal('agenda.add'), item: agendaEntrySchema, afterId }),
  z.strictObject({
    type: z.literal('agenda.change'),
    id: idSchema,
    title: title.optional(),
    minutes: minutes.optional(),
    notes: notes.optional(),
  }),
  z.strictObject({ type: z.literal('agenda.move'), id: idSchema, afterId }),
  z.strictObject({ type: z.literal('agenda.remove'), id: idSchema }),
  z.strictObject({ type: z.literal('agenda.goTo'), id: idSchema, withTimer }),
  z.strictObject({ type: z.literal('agenda.next'), from, withTimer }),
  z.strictObject({ type: z.literal('agenda.previous'), from, withTimer }),
] as const;

const agendaActionSchema = z.discriminatedUnion('type', [...agendaActions]);
export type AgendaAction = z.infer<typeof agendaActionSchema>;
