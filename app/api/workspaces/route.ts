import { asUser } from '@/lib/auth/asUser';
import { route } from '@/lib/http/route';
import { addWorkspace, newWorkspaceSchema } from '@/lib/workspaces/addWorkspace';

/** A new workspace, owned by whoever makes it. */
export const POST = route(async (_request, { runtime, requireActor, json }) => {
  const actor = asUser(await requireActor());
  const { id, name } = await addWorkspace(runtime, actor, await json(newWorkspaceSchema));
  return Response.json({ id, name }, { status: 201 });
});
