import type { UserActor } from '@/lib/auth/asUser';
import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';
import { listWantedSignatures } from '@/lib/data/signOffs';
import type { WantedSignature } from './signOffAnswer';

/** The signatures that a person is asked for, the longest asked first. */
export async function readWanted(db: Database, actor: UserActor): Promise<WantedSignature[]> {
  const rows = await listWantedSignatures(db, actor.userId);
  const names = await findActorNames(
    db,
    rows.map(({ askedBy }) => askedBy),
  );
  return rows.map(({ askedBy, askedAt, ...row }) => ({
    ...row,
    askedBy: { id: askedBy, name: names.get(askedBy) ?? null },
    askedAt: askedAt.toISOString(),
  }));
}
