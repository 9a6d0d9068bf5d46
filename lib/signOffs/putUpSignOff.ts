import { actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import type { MapRow } from '@/lib/data/maps';
import { findOpenSignOff, type SignOffRow } from '@/lib/data/signOffs';
import { type AskedSigner, insertSignOff } from '@/lib/data/signOffWrites';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { readRevealedMap, requireVersion, type StoredVersion } from '@/lib/versions/readVersion';
import { saveVersion } from '@/lib/versions/saveVersion';
import { findRunningRound, readShownMap } from '@/lib/workshop/shownMap';
import { type Acting, mailSignOff } from './mailSignOff';
import { requireSignOff } from './readSignOffs';
import type { SignOffRequest } from './signOffRequests';
import { tellSignOff } from './tellSignOff';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'exporter' | 'imports' | 'liveMaps' | 'log' | 'metrics'>;
type MapKey = Pick<MapRow, 'id' | 'title' | 'workspaceId'>;

const invalid = (messageKey: string, path: string): AppError =>
  new AppError('invalid', 'The sign-off cannot be asked for like this.', {
    messageKey,
    details: [{ path, message: 'does not go together with the map' }],
  });

/** Who is asked, with the departments' names on the map that they sign. Throws `invalid` for what does not go together with it. */
function toSigners({ meta, departments }: JourneyMap, { signers, everyDepartment }: SignOffRequest): AskedSigner[] {
  if (meta.kind !== 'current') throw invalid('signOffFuture', 'version');
  const known = new Map(departments.filter(({ deletedAt }) => deletedAt === undefined).map(({ id, name }) => [id, name]));
  const named = new Set<string>();
  const asked = signers.map(({ userId, departmentId }, index): AskedSigner => {
    const name = departmentId === null ? undefined : known.get(departmentId);
    if (departmentId !== null && name === undefined) throw invalid('signOffNoDepartment', `signers.${index}.departmentId`);
    const place = departmentId ?? `user:${userId}`;
    if (named.has(place)) throw invalid('signOffTwice', `signers.${index}`);
    named.add(place);
    return { userId, department: departmentId === null || name === undefined ? null : { id: departmentId, name } };
  });
  if (everyDepartment && [...known.keys()].some((id) => !named.has(id))) throw invalid('signOffDepartmentMissing', 'signers');
  return asked;
}

/** The version that is meant, or the map as it is now: before that is kept, it is seen whether the rest goes together. */
async function requireAskedVersion(
  running: Running,
  map: MapKey,
  actorId: string,
  request: SignOffRequest,
): Promise<StoredVersion> {
  if (request.version !== null) return requireVersion(running.database, map.id, request.version);
  if (await findRunningRound(running, map.id)) {
    throw new AppError('conflict', 'A silent round is on.', { messageKey: 'signOffInSilentRound' });
  }
  toSigners(await readShownMap(running, map.id), request);
  const open = await findOpenSignOff(running.database, map.id);
  if ((open?.id ?? null) !== request.insteadOf) {
    const messageKey = request.insteadOf === null ? 'signOffOpen' : 'signOffEnded';
    throw new AppError('conflict', 'Another sign-off is open than is said.', { messageKey });
  }
  const { number } = await saveVersion(running, map, { kind: 'manual', actorId, name: request.name });
  return requireVersion(running.database, map.id, number);
}

/**
 * Puts a version of a current-state map, or the map as it is now, up for sign-off, and tells those who are asked. Whether the actor may is judged before. Throws
 * `notFound` for a version that is not there, `invalid` for people and departments that cannot be asked, `conflict` when another one is open than is said and while
 * a silent round hides something of it, `tooMany`.
 */
export async function putUpSignOff(
  running: Running,
  acting: Acting,
  map: MapKey,
  request: SignOffRequest,
  id = newId(),
): Promise<SignOffRow> {
  const actorId = actorIdOf(acting.actor);
  await countAttempt(running, [{ limit: 'signOff', who: actorId }]);
  const version = await requireAskedVersion(running, map, actorId, request);
  const signers = toSigners(await readRevealedMap(running, version), request);
  const { everyDepartment, note, dueOn, insteadOf } = request;
  const before = insteadOf === null ? null : await requireSignOff(running.database, map.id, insteadOf);
  await insertSignOff(running.database, map, { id, version, signers, everyDepartment, note, dueOn, insteadOf }, actorId);
  const asked = signers.map(({ userId }) => `user:${userId}`);
  const concerned = [...asked, ...(before?.signatures ?? []).map((signature) => signature.actorId)];
  await tellSignOff(running, map, { signOffId: id, number: version.number }, concerned);
  // Nobody waits for a mail server.
  void mailSignOff(running, acting, map, { news: 'wanted', number: version.number, text: note, to: asked });
  return requireSignOff(running.database, map.id, id);
}
