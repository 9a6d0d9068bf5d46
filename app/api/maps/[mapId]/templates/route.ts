import { canManageTemplates } from '@/lib/access/workspace';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { newTemplateSchema, saveTemplate } from '@/lib/maps/saveTemplate';

/** Keeps what is on the map now as a template of its workspace. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map, role, standing } = await requireMapAccess(actor, params.mapId, 'read');
  if (!canManageTemplates(standing)) throw new AppError('forbidden', `The role ${role} does not allow to save templates.`);
  const { id, name } = await saveTemplate(runtime, actor, map, await json(newTemplateSchema));
  return Response.json({ id, name }, { status: 201 });
});
