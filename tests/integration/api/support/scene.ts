import type { TokenScope } from '@/lib/access/actor';
import { endAccessToken, makeAccessToken } from '@/lib/auth/accessTokens';
import { openJoinLink } from '@/lib/auth/joinLinks';
import { newSecretToken } from '@/lib/auth/secretToken';
import { openViewLink } from '@/lib/auth/viewLinks';
import { replyToThread, startThread } from '@/lib/comments/writeComments';
import { binMap } from '@/lib/data/auditedMaps';
import { storeBlob } from '@/lib/data/blobs';
import { requireColumns } from '@/lib/data/evidence/columns';
import { createInvitation } from '@/lib/data/invitations';
import { addMapFile } from '@/lib/data/mapFiles';
import { insertRestore } from '@/lib/data/restores';
import { binWorkspace } from '@/lib/data/workspaceBin';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { saveTemplate } from '@/lib/maps/saveTemplate';
import type { Runtime } from '@/lib/runtime';
import { putUpSignOff } from '@/lib/signOffs/putUpSignOff';
import { addCategory } from '@/lib/sources/categories/manageCategories';
import { addRule } from '@/lib/sources/categories/manageRules';
import { attachFile } from '@/lib/sources/entries/entryFiles';
import { addEntry } from '@/lib/sources/entries/writeEntry';
import { addSource } from '@/lib/sources/manageSources';
import { makeWebhook } from '@/lib/sources/push/manageWebhook';
import { stageFile } from '@/lib/sources/stageFile';
import { deriveFuture } from '@/lib/versions/future/deriveFuture';
import { requireVersion } from '@/lib/versions/readVersion';
import { saveVersion } from '@/lib/versions/saveVersion';
import { mapBuilder } from '@/tests/builders/map';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '@/tests/builders/people';

/** Stands in everything that belongs to the other workspace: no answer to others may hold it. */
export const canary = 'Kanarienvogel';

/** What the placeholders of the description's examples stand for. */
type Ids = Record<string, string>;

/** An installation as programs meet it: somebody's workspace with everything in it, and another one that they know nothing of. */
export type Scene = {
  ids: Ids;
  /** The same things of the other workspace. */
  foreign: Ids;
  /** By what they may: of the owner (`write`, `read`, `expired`, `revoked`), of other members by role, and of a stranger. */
  tokens: Record<'write' | 'read' | 'expired' | 'revoked' | 'editor' | 'viewer' | 'stranger', string>;
  cookie: string;
};

const hour = 3_600_000;

/** The other workspace: one for all scenes of a process, as nobody in them has a right to change anything in it. */
let abroad: ReturnType<typeof makeAbroad> | undefined;

async function makeAbroad(running: Runtime) {
  const stranger = await addPerson(running, canary);
  const { token } = await makeAccessToken(running, stranger.actor, { name: 'test', scope: 'write', expiresInDays: 1 });
  return { token, theirs: await furnish(running, stranger, canary) };
}

/** Makes one, with people of its own; what is the other workspace's stays the same. */
export async function makeScene(running: Runtime): Promise<Scene> {
  const owner = await addPerson(running, 'Olga');
  const { ids, members } = await furnish(running, owner, 'Service');
  abroad ??= makeAbroad(running);
  const { token: strangersToken, theirs } = await abroad;
  // Records of the two maps have the same ids.
  const { cardId: _, departmentId: __, ...foreign } = theirs.ids;
  const tokenOf = async (person: Person, scope: TokenScope = 'write') =>
    makeAccessToken(running, person.actor, { name: 'test', scope, expiresInDays: 1 });
  const expired = await tokenOf(owner);
  await running.database.prisma.accessToken.update({
    where: { id: expired.id },
    data: { expiresAt: new Date(Date.now() - hour) },
  });
  const revoked = await tokenOf(owner);
  await endAccessToken(running, owner.actor, revoked.id);
  return {
    ids,
    foreign,
    tokens: {
      write: (await tokenOf(owner)).token,
      read: (await tokenOf(owner, 'read')).token,
      expired: expired.token,
      revoked: revoked.token,
      editor: (await tokenOf(members.editor)).token,
      viewer: (await tokenOf(members.viewer)).token,
      stranger: strangersToken,
    },
    cookie: owner.cookie,
  };
}

async function furnish(running: Runtime, owner: Person, name: string) {
  const { database } = running;
  const actorId = `user:${owner.actor.userId}`;
  const workspaceId = await addWorkspace(running, owner, name);
  const editor = await addPerson(running, name === canary ? `${canary}2` : 'Emil');
  await addMember(running, workspaceId, editor, 'editor');
  const viewer = await addPerson(running, name === canary ? `${canary}3` : 'Vera');
  await addMember(running, workspaceId, viewer, 'viewer');
  const otherWorkspaceId = await addWorkspace(running, owner, `${name} abroad`);
  const deletedWorkspaceName = `${name} of old`;
  const deletedWorkspaceId = await addWorkspace(running, owner, deletedWorkspaceName);
  await addMap(running, deletedWorkspaceId, content(name));
  await binWorkspace(database, { id: deletedWorkspaceId, actorId });
  const map = await addMap(running, workspaceId, content(name));
  const { id: deletedMapId } = await addMap(running, workspaceId, content(name));
  await binMap(database, { id: deletedMapId, workspaceId }, actorId);
  const { hash } = await storeBlob(database, new TextEncoder().encode(name), 'application/octet-stream');
  const file = { mediaType: 'application/octet-stream', size: name.length, smallHash: null, width: null, height: null };
  const { id: fileId } = await addMapFile(database, {
    ...{ id: newId(), mapId: map.id, hash, name: `${name}.txt`, createdBy: actorId },
    ...file,
  });
  const link = { role: 'editor', label: name, expiresInHours: null } as const;
  const { id: joinLinkId } = await openJoinLink(running, owner.actor, map, link, 'http://localhost');
  const looking = { label: name, password: null, expiresInHours: null, embeddable: true, embedSites: [] };
  const { id: viewLinkId } = await openViewLink(running, owner.actor, map, looking, 'http://localhost');
  const template = { name, description: name, scope: 'everything' } as const;
  const { id: versionId } = await saveVersion(running, map, { kind: 'manual', actorId, name });
  await insertRestore(database, {
    ...{
      beforeId: versionId,
      mapId: map.id,
      versionId,
      parts: null,
      restoredBy: actorId,
      restoredAt: new Date(),
      undoneAt: null,
    },
  });
  const departmentId = (await running.liveMaps.read(map.id)).map.departments[0]?.id ?? '';
  const asked = [
    { userId: owner.actor.userId, departmentId },
    { userId: viewer.actor.userId, departmentId: null },
  ];
  const { id: signOffId, signatures } = await putUpSignOff(
    running,
    { actor: owner.actor, base: 'http://localhost', locale: 'en' },
    map,
    { ...{ version: 1, name: '', signers: asked, everyDepartment: true, note: name }, dueOn: null, insteadOf: null },
  );
  const future = { title: `A bill, ${name}`, unsigned: true };
  const version = await requireVersion(database, map.id, 1);
  const { id: futureMapId } = await deriveFuture(running, owner.actor, map, version, future);
  const { id: templateId } = await saveTemplate(running, owner.actor, map, template);
  const { id: invitationId } = await createInvitation(database, {
    workspaceId,
    email: `${name.toLowerCase()}.invited@example.org`,
    role: 'editor',
    tokenHash: newSecretToken().tokenHash,
    expiresAt: new Date(Date.now() + hour),
    invitedBy: actorId,
  });
  const cardId = (await running.liveMaps.read(map.id)).map.cards[0]?.id ?? '';
  const writing = { actor: owner.actor, base: 'http://localhost', locale: 'en' } as const;
  const threadId = await startThread(running, writing, map.id, { target: { type: 'card', id: cardId }, text: name });
  // A conversation with one comment goes with it: this one stays when that is deleted.
  const commentId = await replyToThread(running, writing, { mapId: map.id, threadId }, name);
  const survey = { kind: 'survey', name, basis: null, retentionDays: null } as const;
  const source = await addSource(running, owner.actor, workspaceId, survey);
  const tickets = await addSource(running, owner.actor, workspaceId, { kind: 'tickets', name, retentionDays: null });
  const categoryId = await addCategory(running, owner.actor, workspaceId, { name, parentId: null, aliases: [name] });
  const ruleId = await addRule(running, owner.actor, workspaceId, { categoryId, any: [name], none: [], words: 'whole' });
  const body = new Blob([`Why?\n${name} made me wait for an hour\n"The ${name} was friendly, and quick"\n`]).stream();
  await requireColumns(running.database, source.id, [
    { kind: 'score', name: 'Effort', label: '', scale: { metric: 'ces', min: 1, max: 5, direction: 'highIsGood' } },
  ]);
  const talks = await addSource(running, owner.actor, workspaceId, {
    kind: 'interviews',
    name: `${name} talks`,
    retentionDays: null,
  });
  const entry = { day: '2026-11-01', who: 'P1', segment: null, channel: null, touchpoint: null, satisfaction: null };
  const said = { ...entry, text: `${name} is hard to reach`, keepsPersonal: false };
  const entryId = await addEntry(running, owner.actor, { source: talks, locale: 'en' }, said, newId());
  const notes = { bytes: new TextEncoder().encode(name), name: `${name}.txt`, locale: 'en' } as const;
  const { id: entryFileId } = await attachFile(running, owner.actor, talks, entryId, notes);
  const { id: webhookId } = await makeWebhook(running, owner.actor, talks);
  const { id: importId } = await stageFile(running, owner.actor, source, { name: `${name}.csv`, body });
  const ids = {
    ...{ cardId, threadId, commentId },
    ...{
      workspaceId,
      otherWorkspaceId,
      deletedWorkspaceId,
      joinLinkId,
      viewLinkId,
      invitationId,
      deletedMapId,
      fileId,
      templateId,
    },
    ...{ workspaceName: name, deletedWorkspaceName },
    ...{ sourceId: source.id, ticketsId: tickets.id, importId, categoryId, ruleId },
    ...{ webhookId, interviewsId: talks.id, entryId, entryFileId },
    // Of the viewer, who has not decided.
    ...{ departmentId, signOffId, signatureId: signatures[1]?.id ?? '' },
    ...{ futureMapId },
    mapId: map.id,
    memberId: editor.actor.userId,
    ownerId: owner.actor.userId,
  };
  return { ids, members: { editor, viewer } };
}

/** One record of every kind that operations name; each text holds the name. */
export function content(name: string): JourneyMap {
  const draft = mapBuilder({ title: `A bill, ${name}`, scenario: name, goal: name });
  const petra = draft.addPersona(`Petra, ${name}`, { description: name });
  const billing = draft.addDepartment(name, { colour: 'violet' });
  const doing = draft.addLane('doing');
  const thinking = draft.addLane('thinking', { title: name });
  const stage = draft.addStage(name);
  const notice = draft.addStep(stage, name, { notes: name });
  const call = draft.addStep(stage, name);
  const card = draft.addCard(notice, doing, name);
  draft.addAttachment(card, `${name}.txt`);
  draft.addCardTag(card, name);
  draft.addCardLink(card, 'https://example.org/', name);
  draft.addCard(call, thinking, name, { kind: 'painPoint' });
  draft.addTouchpoint(call, 'phone', name);
  draft.setDepartment(call, billing, 'responsible');
  draft.setEmotion(call, petra, -1);
  draft.markMoment(call, { stays: name, leaves: name, gate: 'failed' });
  draft.addTransition('back', call, notice, { label: name, share: 0.4 });
  const target = { type: 'step', id: call } as const;
  const about = { collection: 'steps', id: call } as const;
  return {
    ...draft.toMap(),
    links: [{ id: 'link1', target, sourceId: 'source1', filter: { touchpoint: name } }],
    reasons: [{ id: 'reason1', about, text: name, answers: [{ type: 'link', id: 'link1' }] }],
  };
}
