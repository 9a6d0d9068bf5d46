import { z } from 'zod';
import { presenceColours } from '@/lib/map/layout/palette';
import { toCleanText } from './plainValue';

// What a page tells the others about itself over awareness. It comes from other browsers: everything is bounded,
// and nothing of it may be used as markup or style. Lengths are pixels at 100 % in the map's coordinates.

const shortText = (length: number) => z.string().transform((text) => toCleanText(text).slice(0, length));
const coordinate = z.number().min(-1e7).max(1e7);
const point = z.object({ x: coordinate, y: coordinate });

/** A reference key (components/editor/reference.ts), such as `card:h4G…` or `meta:title`. */
const keySchema = z.string().min(1).max(200);

/** A place in a text that stays between the same characters while others type (textPosition.ts). */
export const textPositionSchema = z.string().max(200);

export const presenceUserSchema = z.object({
  /** `user:<id>` or `guest:<id>`. */
  id: z.string().min(1).max(100),
  name: shortText(80),
  /** Index into `presenceColours` of lib/map/layout/palette.ts. */
  colour: z.number().int().min(0),
  /** Name of the person's department; empty when there is none. */
  department: shortText(200).default(''),
  kind: z.enum(['user', 'guest']).default('guest'),
  /** Whether they manage the map, and so may bring everybody to what they see. The server says so, or nobody. */
  leads: z.boolean().optional(),
});
export type PresenceUser = z.infer<typeof presenceUserSchema>;

/** How many references a selection or a drag tells about at most. */
export const maxPresenceKeys = 200;
const keysSchema = z.array(keySchema).transform((keys) => keys.slice(0, maxPresenceKeys));

const box = z.object({
  x: coordinate,
  y: coordinate,
  width: z.number().positive().max(1e7),
  height: z.number().positive().max(1e7),
});

/** How often this page has asked for something: who hears a higher number than before is asked anew. */
const count = z.number().int().min(1).max(1e9);

const presenceParts = {
  /** The pointer in the map's coordinates; null when it is elsewhere. */
  cursor: point.nullable(),
  /** Reference keys of what is selected. */
  selection: keysSchema,
  /** The text being typed in, with the caret. */
  editing: z.object({ key: keySchema, anchor: textPositionSchema, head: textPositionSchema }).nullable(),
  /** What is being dragged, and how far from its place. */
  dragging: z.object({ keys: keysSchema, x: coordinate, y: coordinate }).nullable(),
  /** The part of the map that the page shows, for following somebody. */
  viewport: box,
  /** Reference key of the step in the middle of what the page shows, in every view: for those who see no canvas. */
  near: keySchema.nullable(),
  /** “Look here”: a place on the map, a thing on it, or both. */
  look: z.object({ count, at: point.nullable(), key: keySchema.nullable() }),
  /** “Come to where I am”: obeyed only when the server says that this person leads. */
  summons: z.object({ count, viewport: box.nullable(), near: keySchema.nullable() }),
} as const;

export const presenceStateSchema = z.object({ user: presenceUserSchema, ...z.object(presenceParts).partial().shape });
export type PresenceState = z.infer<typeof presenceStateSchema>;

/** Reads what another page tells. Parts that are not right are left out; null when it does not say whose page it is. */
export function readPresence(state: unknown): PresenceState | null {
  if (typeof state !== 'object' || state === null) return null;
  const parts: Readonly<Record<string, unknown>> = { ...state };
  const user = readUser(parts.user);
  if (!user) return null;
  const mended: Record<string, unknown> = { user };
  for (const [name, schema] of Object.entries(presenceParts)) {
    const result = schema.safeParse(parts[name]);
    if (result.success) mended[name] = result.data;
  }
  const result = presenceStateSchema.safeParse(mended);
  return result.success ? result.data : { user };
}

function readUser(value: unknown): PresenceUser | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const id = presenceUserSchema.shape.id.safeParse(fields.id);
  const name = presenceUserSchema.shape.name.safeParse(fields.name);
  if (!id.success || !name.success) return null;
  const { shape } = presenceUserSchema;
  return {
    id: id.data,
    name: name.data,
    colour: shape.colour
      .max(presenceColours.length - 1)
      .catch(colourIndexOf(id.data))
      .parse(fields.colour),
    department: shape.department.catch('').parse(fields.department),
    kind: shape.kind.catch('guest').parse(fields.kind),
    ...(fields.leads === true ? { leads: true } : {}),
  };
}

/** The colour that a person has everywhere: an index into `presenceColours`, spread evenly over ids. */
export function colourIndexOf(actorId: string): number {
  let hash = 2166136261;
  // FNV-1a: short, and similar ids get different colours.
  for (let index = 0; index < actorId.length; index++) hash = Math.imul(hash ^ actorId.charCodeAt(index), 16777619);
  return (hash >>> 0) % presenceColours.length;
}
