import { z } from 'zod';
import { idSchema } from './id';
import { orderSchema } from './order';
import { deletedAtSchema } from './text';

/** Channels with a translated name and a sign; any other text up to 40 characters is shown as written. */
export const knownChannels = ['phone', 'web', 'app', 'email', 'mail', 'shop', 'chat', 'social', 'visit', 'other'] as const;
export type KnownChannel = (typeof knownChannels)[number];
export const channelSchema = z.string().min(1).max(40);

export const touchpointPositionSchema = z.object({ stepId: idSchema, order: orderSchema });

/** Where customer and company meet at a step. `name` may be empty: then the channel is shown alone. */
export const touchpointSchema = z.object({
  id: idSchema,
  pos: touchpointPositionSchema,
  name: z.string().max(200).default(''),
  channel: channelSchema.default('other'),
  deletedAt: deletedAtSchema,
});

export type Touchpoint = z.infer<typeof touchpointSchema>;
