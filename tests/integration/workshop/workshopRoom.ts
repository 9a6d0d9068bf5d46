import * as route from '@/app/api/maps/[mapId]/workshop/route';
import { openJoinLink } from '@/lib/auth/joinLinks';
import { joinAsGuest } from '@/lib/data/guests';
import type { MapRow } from '@/lib/data/maps';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { WorkshopAction } from '@/lib/workshop/action';
import { type WorkshopAnswer, workshopAnswerSchema } from '@/lib/workshop/workshopAnswer';
import { callRoute } from '@/tests/builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, cookieOf, type Person } from '@/tests/builders/people';

type Who = { cookie: string };

/** A map with one person for each role that can stand before it, and the page's requests about its workshop. */
export class WorkshopRoom {
  private constructor(
    readonly running: Runtime,
    readonly workspaceId: string,
    readonly map: MapRow,
    readonly people: Record<'owner' | 'editor' | 'commenter' | 'viewer' | 'stranger', Person>,
  ) {}

  static async make(running: Runtime): Promise<WorkshopRoom> {
    const [owner, editor, commenter, viewer, stranger] = await Promise.all(
      ['Olga', 'Emil', 'Kora', 'Vera', 'Stan'].map((name) => addPerson(running, name)),
    );
    if (!owner || !editor || !commenter || !viewer || !stranger) throw new Error('five people');
    const workspaceId = await addWorkspace(running, owner);
    await addMember(running, workspaceId, editor, 'editor');
    await addMember(running, workspaceId, commenter, 'commenter');
    await addMember(running, workspaceId, viewer, 'viewer');
    await addWorkspace(running, stranger, 'Elsewhere');
    const map = await addMap(running, workspaceId);
    return new WorkshopRoom(running, workspaceId, map, { owner, editor, commenter, viewer, stranger });
  }

  /** Somebody who came by a join link and may edit. */
  async guest(name = 'Gabi'): Promise<Who> {
    const { running, map, people } = this;
    const link = { role: 'editor', label: '', expiresInHours: 1 } as const;
    const { id: joinLinkId } = await openJoinLink(running, people.owner.actor, map, link, 'http://localhost');
    const sessionId = newId(24);
    await joinAsGuest(running.database, {
      ...{ guestId: null, joinLinkId, mapId: map.id, workspaceId: map.workspaceId, name, departmentId: null },
      session: { id: sessionId, expiresAt: new Date(Date.now() + 3_600_000), device: null },
    });
    return { cookie: await cookieOf(running, sessionId) };
  }

  ask(who: Who, mapId = this.map.id): Promise<Response> {
    return callRoute(route.GET, { cookie: who.cookie, params: { mapId } });
  }

  send(who: Who, action: unknown, mapId = this.map.id): Promise<Response> {
    return callRoute(route.POST, { method: 'POST', cookie: who.cookie, params: { mapId }, body: action });
  }

  /** Does something that must come about. */
  async act(who: Who, action: WorkshopAction): Promise<WorkshopAnswer> {
    return answerOf(await this.send(who, action));
  }

  async read(who: Who): Promise<WorkshopAnswer> {
    return answerOf(await this.ask(who));
  }
}

/** The workshop that a response holds. Throws when it is none. */
export async function answerOf(response: Response): Promise<WorkshopAnswer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return workshopAnswerSchema.parse(JSON.parse(text));
}
