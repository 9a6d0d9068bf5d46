import { z } from 'zod';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { findMapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { findWorkspaceAccess, requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import type { EventScope } from '@/lib/events/audience';
import { createEventStream } from '@/lib/events/eventStream';
import { enterStream } from '@/lib/events/streamCounter';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';

export const dynamic = 'force-dynamic';

const querySchema = z.union([z.object({ map: idSchema }), z.object({ workspace: idSchema })]);

/** What changes about one map or one workspace, outside the document, as server-sent events. */
export const GET = route(async (request, { runtime, requireActor }) => {
  const query = readQuery(request, querySchema);
  const actor = await requireActor();
  const { database, events } = runtime;
  let scope: EventScope;
  if ('map' in query) {
    const { map } = await requireMapAccess(actor, query.map, 'read', database);
    scope = { kind: 'map', mapId: map.id, workspaceId: map.workspaceId };
  } else {
    const { workspace } = await requireWorkspaceAccess(actor, query.workspace, 'workspace.read', database);
    scope = { kind: 'workspace', workspaceId: workspace.id };
  }
  const mayListen = async (): Promise<boolean> => {
    const now = await findActorOfHeaders(runtime, request.headers);
    if (scope.kind === 'workspace') return (await findWorkspaceAccess(database, now, scope.workspaceId)) !== null;
    // A map that was moved is followed anew, with what its new workspace tells.
    return (await findMapAccess(database, now, scope.mapId))?.map.workspaceId === scope.workspaceId;
  };
  const leave = enterStream(actor.sessionId);
  const stream = createEventStream({
    events,
    scope,
    actor,
    mayListen,
    lastEventId: request.headers.get('last-event-id'),
    signal: request.signal,
    onEnd: leave,
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
});
