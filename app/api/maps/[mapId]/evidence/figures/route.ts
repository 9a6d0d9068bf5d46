import { figuresQuery, readAgainst } from '@/lib/api/endpoints/mapEvidence';
import { toTargetFiguresBody } from '@/lib/api/endpoints/mapEvidenceBodies';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { readTarget } from '@/lib/sources/links/evidenceTarget';
import { readTargetFigures } from '@/lib/sources/links/readTargetFigures';

/** The scores of one step, card, transition, moment or link, in detail. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const row = await requireMapEvidence(actor, params.mapId, 'workspace.readFigures', runtime.database);
  const { target, split, against } = readQuery(request, figuresQuery);
  const then = await readAgainst(runtime, actor, row, against);
  return Response.json(toTargetFiguresBody(await readTargetFigures(runtime, row, { target: readTarget(target), split }), then));
});
