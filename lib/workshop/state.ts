import { z } from 'zod';
import { idSchema } from '@/lib/map/id';

const actorIdSchema = z.string().min(1).max(100);
/** Milliseconds since 1970, by the server's clock. */
const momentSchema = z.number().int().min(0);

export const mostAgendaItems = 40;
export const longestTitle = 120;
export const longestNotes = 1_000;
export const longestItem = 480;
/** Bounds of a timer, in milliseconds. */
export const shortestTimer = 5_000;
export const longestTimer = 8 * 60 * 60_000;

/** One item of the run-of-show. `minutes`: how long it is meant to take. */
export const agendaItemSchema = z.object({
  id: idSchema,
  title: z.string().max(longestTitle),
  minutes: z.number().int().min(1).max(longestItem),
  /** For whoever leads; nobody else is told. */
  notes: z.string().max(longestNotes).default(''),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** What everybody sees running. While it runs `endsAt` is set, and `left` is what was left when it was started; paused, `left` is what is left. */
export const timerSchema = z.object({
  /** Another one for each timer that is started anew, so that a page knows whether it has already rung for it. */
  id: idSchema,
  total: z.number().int().min(shortestTimer).max(longestTimer),
  left: z.number().int().min(0).max(longestTimer),
  endsAt: momentSchema.nullable(),
});
export type WorkshopTimer = z.infer<typeof timerSchema>;

/** While it is on, cards that are made belong to it and are shown to their writers only. */
export const silentRoundSchema = z.object({ id: idSchema, startedAt: momentSchema });
export type SilentRound = z.infer<typeof silentRoundSchema>;

/** Where participants may not write. Leaders may, everywhere. */
export const locksSchema = z.object({
  map: z.boolean().default(false),
  lanes: z.array(idSchema).max(200).default([]),
  stages: z.array(idSchema).max(200).default([]),
  /** Participants may write in these lanes and nowhere else; null: no such rule. */
  onlyLanes: z.array(idSchema).max(200).nullable().default(null),
});
export type WorkshopLocks = z.infer<typeof locksSchema>;

/** A change of them: single lanes and stages by name, so that two leaders who lock different ones at once both get what they wanted. */
export const locksChangeSchema = z.object({
  map: z.boolean().optional(),
  lanes: z.record(idSchema, z.boolean()).optional(),
  stages: z.record(idSchema, z.boolean()).optional(),
  onlyLanes: z.array(idSchema).max(200).nullable().optional(),
});
export type LocksChange = z.infer<typeof locksChangeSchema>;

/**
 * A workshop on a map: who leads it, and what they set for everybody. It stands beside the document, because only leaders may change it and a
 * document cannot tell who wrote. Nobody leads: no workshop is on, and nothing but the agenda has any effect.
 */
export const workshopStateSchema = z.object({
  /** Actor ids. */
  leaders: z.array(actorIdSchema).max(20).default([]),
  startedAt: momentSchema.nullable().default(null),
  agenda: z.array(agendaItemSchema).max(mostAgendaItems).default([]),
  currentItemId: idSchema.nullable().default(null),
  /** When the current item was begun, and the first one of all. */
  currentSince: momentSchema.nullable().default(null),
  agendaSince: momentSchema.nullable().default(null),
  timer: timerSchema.nullable().default(null),
  silentRound: silentRoundSchema.nullable().default(null),
  locks: locksSchema.prefault({}),
});
export type WorkshopState = z.infer<typeof workshopStateSchema>;

/** No workshop. */
export const noWorkshop = (): WorkshopState => workshopStateSchema.parse({});

export const isOn = (state: Pick<WorkshopState, 'leaders'>): boolean => state.leaders.length > 0;
export const leads = (state: Pick<WorkshopState, 'leaders'>, actorId: string): boolean => state.leaders.includes(actorId);
