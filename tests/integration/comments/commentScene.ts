import * as people from '@/app/api/maps/[mapId]/comment-people/route';
import * as one from '@/app/api/maps/[mapId]/comments/[threadId]/[commentId]/route';
import * as thread from '@/app/api/maps/[mapId]/comments/[threadId]/route';
import * as threads from '@/app/api/maps/[mapId]/comments/route';
import * as seen from '@/app/api/maps/[mapId]/comments-seen/route';
import { openJoinLink } from '@/lib/auth/joinLinks';
import { commentPeopleSchema, type ThreadAnswer, threadAnswerSchema, threadListSchema } from '@/lib/comments/threadAnswer';
import { joinAsGuest } from '@/lib/data/guests';
import type { MapRow } from '@/lib/data/maps';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { callRoute } from '@/tests/builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, cookieOf, type Person } from '@/tests/builders/people';

type Who = { cookie: string };

/** A map with one person for each role that can stand before it, and the page's requests about comments. */
export class CommentScene {
  private constructor(
    readonly running: Runtime,
    readonly map: MapRow,
    readonly content: JourneyMap,
    readonly people: Record<'owner' | 'editor' | 'commenter' | 'viewer' | 'stranger', Person>,
  ) {}

  static async make(running: Runtime): Promise<CommentScene> {
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
    const content = (await running.liveMaps.read(map.id)).map;
    return new CommentScene(running, map, content, { owner, editor, commenter, viewer, stranger });
  }

  get cardId(): string {
    return this.content.cards[0]?.id ?? '';
  }

  /** Somebody who came by a join link. */
  async guest(role: 'editor' | 'commenter' | 'viewer', name: string): Promise<Who & { id: string; sessionId: string }> {
    const { running, map, people: known } = this;
    const link = { role, label: '', expiresInHours: 1 };
    const { id: joinLinkId } = await openJoinLink(running, known.owner.actor, map, link, 'http://localhost');
    const sessionId = newId(24);
    const { guestId } = await joinAsGuest(running.database, {
      ...{ guestId: null, joinLinkId, mapId: map.id, workspaceId: map.workspaceId, name, departmentId: null },
      session: { id: sessionId, expiresAt: new Date(Date.now() + 3_600_000), device: null },
    });
    return { id: guestId, sessionId, cookie: await cookieOf(running, sessionId) };
  }

  private params(more: Record<string, string> = {}) {
    return { mapId: this.map.id, ...more };
  }

  begin(who: Who, text: unknown, target: unknown = { type: 'card', id: this.cardId }, mapId = this.map.id): Promise<Response> {
    return callRoute(threads.POST, { method: 'POST', cookie: who.cookie, params: { mapId }, body: { target, text } });
  }

  list(who: Who, mapId = this.map.id): Promise<Response> {
    return callRoute(threads.GET, { cookie: who.cookie, params: { mapId } });
  }

  read(who: Who, threadId: string, mapId = this.map.id): Promise<Response> {
    return callRoute(thread.GET, { cookie: who.cookie, params: { mapId, threadId } });
  }

  reply(who: Who, threadId: string, text: unknown, mapId = this.map.id): Promise<Response> {
    return callRoute(thread.POST, { method: 'POST', cookie: who.cookie, params: { mapId, threadId }, body: { text } });
  }

  resolve(who: Who, threadId: string, resolved = true): Promise<Response> {
    return callRoute(thread.PATCH, {
      method: 'PATCH',
      cookie: who.cookie,
      params: this.params({ threadId }),
      body: { resolved },
    });
  }

  edit(who: Who, threadId: string, commentId: string, text: unknown, mapId = this.map.id): Promise<Response> {
    const params = { mapId, threadId, commentId };
    return callRoute(one.PATCH, { method: 'PATCH', cookie: who.cookie, params, body: { text } });
  }

  remove(who: Who, threadId: string, commentId: string): Promise<Response> {
    return callRoute(one.DELETE, { method: 'DELETE', cookie: who.cookie, params: this.params({ threadId, commentId }) });
  }

  see(who: Who, body: unknown): Promise<Response> {
    return callRoute(seen.POST, { method: 'POST', cookie: who.cookie, params: this.params(), body });
  }

  async mentionable(who: Who): Promise<string[]> {
    const response = await callRoute(people.GET, { cookie: who.cookie, params: this.params() });
    return commentPeopleSchema.parse(await response.json()).people.map(({ name }) => name);
  }

  /** Begins a conversation that must come about. */
  async begun(who: Who, text: string, target?: unknown): Promise<ThreadAnswer> {
    return threadOf(await this.begin(who, text, target));
  }

  async listed(who: Who): Promise<ThreadAnswer[]> {
    return threadListSchema.parse(await (await this.list(who)).json()).threads;
  }
}

/** The conversation that a response holds. Throws when it is none. */
export async function threadOf(response: Response): Promise<ThreadAnswer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return threadAnswerSchema.parse(JSON.parse(text));
}
