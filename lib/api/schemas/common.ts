import { z } from 'zod';
import { roles } from '@/lib/access/actor';
import { idSchema } from '@/lib/map/id';

export const id = idSchema.describe('1–64 letters, digits, “-”, “_”.');
/** A yes or no in a query: `true` or `false`, as the description says it. */
export const yesOrNo = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' });
/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();
export const role = z.enum(roles);

export const mapIdParams = z.object({ mapId: id });
export const workspaceIdParams = z.object({ workspaceId: id });
