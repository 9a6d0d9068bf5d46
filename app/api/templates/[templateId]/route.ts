import { requireTemplateAccess } from '@/lib/auth/templateAccess';
import { route } from '@/lib/http/route';
import { changeTemplate, removeTemplate, templateChangeSchema } from '@/lib/maps/changeTemplate';

type Params = { templateId: string };

/** Gives the template another name or description. */
export const PATCH = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const template = await requireTemplateAccess(actor, params.templateId, 'workspace.manageTemplates', runtime.database);
  const { id, name, description } = await changeTemplate(runtime, actor, template, await json(templateChangeSchema));
  return Response.json({ id, name, description });
});

/** Deletes the template for good; maps that were made from it stay. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const template = await requireTemplateAccess(actor, params.templateId, 'workspace.manageTemplates', runtime.database);
  await removeTemplate(runtime, actor, template);
  return new Response(null, { status: 204 });
});
