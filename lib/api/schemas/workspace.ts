import { z } from 'zod';
import type { Role } from '@/lib/access/actor';
import type { WorkspaceRow } from '@/lib/data/workspaces';
import { id, moment, role } from './common';

/** A workspace as the person sees it. */
export const workspaceSchema = z
  .object({
    id,
    name: z.string(),
    role: role.describe('The person’s own role.'),
    createdAt: moment,
    deletedAt: moment.nullable().describe('When it was put into the bin; null while it is not there.'),
  })
  .meta({ id: 'Workspace' });

/** A workspace as the person with this role sees it. */
export function toWorkspaceBody(row: WorkspaceRow & { deletedAt?: Date }, own: Role | string): z.input<typeof workspaceSchema> {
  return {
    ...{ id: row.id, name: row.name },
    // A role from the database that nobody knows allows nothing; it is shown as the least.
    role: role.safeParse(own).data ?? 'viewer',
    createdAt: row.createdAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
