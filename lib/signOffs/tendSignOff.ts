import { actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import type { MapRow } from '@/lib/data/maps';
import type { SignOffRow } from '@/lib/data/signOffs';
import { replaceSigner, withdrawSignOff, writeDecision } from '@/lib/data/signOffWrites';
import type { Runtime } from '@/lib/runtime';
import { type Acting, mailSignOff } from './mailSignOff';
import { requireSignOff } from './readSignOffs';
import type { DecisionRequest } from './signOffRequests';
import { everybodyIn, tellSignOff } from './tellSignOff';

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'log' | 'metrics'>;
type MapKey = Pick<MapRow, 'id' | 'title' | 'workspaceId'>;

/**
 * Notes what somebody who is asked decides; until it is over, they may decide anew. With the last signature the version is a baseline. Throws `notFound`, `forbidden`
 * for somebody who is not asked, `conflict` when it is over, `tooMany`.
 */
export async function decideSignOff(
  running: Running,
  acting: Acting,
  map: MapKey,
  signOffId: string,
  request: DecisionRequest,
): Promise<SignOffRow> {
  const actorId = actorIdOf(acting.actor);
  await countAttempt(running, [{ limit: 'signOff', who: actorId }]);
  const reason = request.decision === 'objected' ? request.reason : '';
  const decided = { id: signOffId, decision: request.decision, reason };
  const { isSigned, signOff } = await writeDecision(running.database, map, decided, actorId);
  const number = signOff.versionNumber;
  await tellSignOff(running, map, { signOffId, number }, isSigned ? everybodyIn(signOff) : [actorId, signOff.createdBy]);
  if (isSigned) void mailSignOff(running, acting, map, { news: 'completed', number, text: '', to: everybodyIn(signOff) });
  else if (request.decision === 'objected') {
    void mailSignOff(running, acting, map, { news: 'objected', number, text: reason, to: [signOff.createdBy] });
  }
  return requireSignOff(running.database, map.id, signOffId);
}

/** Takes back that a version is up for sign-off, and tells everybody who was asked. Throws `notFound`, and `conflict` when it is over. */
export async function takeSignOffBack(
  running: Running,
  acting: Acting,
  map: MapKey,
  signOffId: string,
  reason: string,
): Promise<SignOffRow> {
  const signOff = await withdrawSignOff(running.database, map, { id: signOffId, reason }, actorIdOf(acting.actor));
  const number = signOff.versionNumber;
  await tellSignOff(running, map, { signOffId, number }, everybodyIn(signOff));
  void mailSignOff(running, acting, map, { news: 'withdrawn', number, text: reason, to: everybodyIn(signOff) });
  return requireSignOff(running.database, map.id, signOffId);
}

/** Asks another member in place of one who has not decided. Throws `notFound`, `invalid` for somebody who cannot be asked, `conflict`, `tooMany`. */
export async function askAnother(
  running: Running,
  acting: Acting,
  map: MapKey,
  asked: { id: string; signatureId: string; userId: string },
): Promise<SignOffRow> {
  const actorId = actorIdOf(acting.actor);
  await countAttempt(running, [{ limit: 'signOff', who: actorId }]);
  const { before, after } = await replaceSigner(running.database, map, asked, actorId);
  const signOff = await requireSignOff(running.database, map.id, asked.id);
  const number = signOff.versionNumber;
  await tellSignOff(running, map, { signOffId: asked.id, number }, [before, after]);
  void mailSignOff(running, acting, map, { news: 'wanted', number, text: signOff.note, to: [after] });
  return signOff;
}
