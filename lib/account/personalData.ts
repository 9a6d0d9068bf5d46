import type { UserActor } from '@/lib/auth/asUser';
import { findMapAccess } from '@/lib/auth/mapAccess';
import {
  listActivityOfActor,
  listAuditOfActor,
  listCommentsOfActor,
  listMapsMadeBy,
  readPersonalRows,
} from '@/lib/data/personalData';
import { AppError } from '@/lib/errors';
import { toFileName } from '@/lib/export/fileName';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { toMapFile } from '@/lib/interchange/mapFile';
import type { Runtime } from '@/lib/runtime';
import { version } from '@/lib/version';
import { fileBaselineOf } from '@/lib/versions/future/fileBaselineOf';
import { readShownMap } from '@/lib/workshop/shownMap';
import type { ArchiveFile } from './zipStream';

type Running = Pick<Runtime, 'database' | 'exporter' | 'liveMaps' | 'log'>;

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Rows as a JSON array, one line each. */
async function* jsonLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '[\n';
  let text = '';
  for await (const row of rows) {
    text += `${separator}  ${JSON.stringify(row)}`;
    separator = ',\n';
    if (text.length < 32_768) continue;
    yield text;
    text = '';
  }
  yield separator === '[\n' ? '[]\n' : `${text}\n]\n`;
}

/**
 * What somebody changed. The words themselves, theirs and those that were there before, only of maps that they may still see: of the others it is
 * told that something was changed, when, and what kind of thing it was.
 */
async function* listOwnActivity({ database }: Running, actor: UserActor): AsyncGenerator<object> {
  const open = new Map<string, boolean>();
  for await (const { before, after, ...change } of listActivityOfActor(database, `user:${actor.userId}`)) {
    const { mapId } = change;
    if (!open.has(mapId)) open.set(mapId, (await findMapAccess(database, actor, mapId)) !== null);
    yield open.get(mapId) ? { ...change, before, after } : change;
  }
}

async function* listOwnMaps(running: Running, actor: UserActor, locale: Locale): AsyncGenerator<ArchiveFile> {
  const { database, liveMaps } = running;
  const untitled = translatorOf(locale, 'export')('fileName');
  const incomplete: string[] = [];
  for (const { id } of await listMapsMadeBy(database, `user:${actor.userId}`)) {
    // Asked for each when its turn comes: much may have changed while the others were being sent.
    const access = await findMapAccess(database, actor, id);
    if (!access) continue;
    const live = await readShownMap({ database, liveMaps }, id).catch((error) => {
      if (error instanceof AppError && error.code === 'notFound') return null;
      throw error;
    });
    if (!live) continue;
    const title = toFileName(live.meta.title, untitled, 'json').replace(/\.json$/, '');
    const name = `maps/${title} (${id}).json`;
    const baseline = await fileBaselineOf(running, access, { withContent: true });
    if (baseline?.content === null) incomplete.push(name);
    yield { name, content: [toMapFile(live, { baseline, programVersion: version })] };
  }
  if (incomplete.length === 0) return;
  const say = translatorOf(locale, 'personalData');
  yield { name: say('missingName'), content: [`${say('baselinesMissing')}\n\n${incomplete.join('\n')}\n`] };
}

/** Everything that the installation holds about a person, and the maps that they made and may still see, as files with one that explains them. */
export async function* personalFiles(running: Running, actor: UserActor, locale: Locale): AsyncGenerator<ArchiveFile> {
  const say = translatorOf(locale, 'personalData');
  const { database } = running;
  const rows = await readPersonalRows(database, actor.userId);
  const made = new Date().toISOString();
  yield { name: say('readmeName'), content: [`${say('readme', { name: rows.profile.name, time: made })}\n`] };
  yield { name: 'profile.json', content: [toJson(rows.profile)] };
  yield { name: 'memberships.json', content: [toJson(rows.memberships)] };
  yield { name: 'sessions.json', content: [toJson(rows.sessions)] };
  yield { name: 'access-tokens.json', content: [toJson(rows.accessTokens)] };
  yield { name: 'sign-in-identities.json', content: [toJson(rows.signInIdentities)] };
  yield { name: 'password-links.json', content: [toJson(rows.passwordLinks)] };
  yield { name: 'invitations-sent.json', content: [toJson(rows.invitationsSent)] };
  yield { name: 'invitations-received.json', content: [toJson(rows.invitationsReceived)] };
  yield { name: 'files-added.json', content: [toJson(rows.filesAdded)] };
  yield { name: 'versions-kept.json', content: [toJson(rows.versionsKept)] };
  yield { name: 'signatures.json', content: [toJson(rows.signatures)] };
  yield { name: 'sign-offs-put-up.json', content: [toJson(rows.signOffsPutUp)] };
  yield { name: 'future-states-made.json', content: [toJson(rows.futureStatesMade)] };
  yield { name: 'changes-left-out.json', content: [toJson(rows.changesLeftOut)] };
  yield { name: 'comments.json', content: jsonLines(listCommentsOfActor(database, `user:${actor.userId}`)) };
  yield { name: 'comment-mentions.json', content: [toJson(rows.commentMentions)] };
  yield { name: 'comments-read.json', content: [toJson(rows.commentReads)] };
  yield { name: 'votes.json', content: [toJson(rows.votes)] };
  yield { name: 'audit-log.json', content: jsonLines(listAuditOfActor(database, `user:${actor.userId}`)) };
  yield { name: 'activity.json', content: jsonLines(listOwnActivity(running, actor)) };
  yield* listOwnMaps(running, actor, locale);
}
