import type { Database } from './database';

/** Names asked for in one statement. */
const page = 500;

/**
 * What the actors (`user:<id>`, `guest:<id>`) are called now. An actor without an entry has no name any more: the account was deleted, the
 * guest's name forgotten.
 */
export async function findActorNames(db: Database, actorIds: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const ids = { user: new Set<string>(), guest: new Set<string>() };
  for (const actorId of actorIds) {
    const [kind, id] = actorId.split(':', 2);
    if (id && (kind === 'user' || kind === 'guest')) ids[kind].add(id);
  }
  for (const kind of ['user', 'guest'] as const) {
    const wanted = [...ids[kind]];
    for (let start = 0; start < wanted.length; start += page) {
      const where = { id: { in: wanted.slice(start, start + page) } };
      const select = { id: true, name: true } as const;
      const rows =
        kind === 'user' ? await db.prisma.user.findMany({ where, select }) : await db.prisma.guest.findMany({ where, select });
      for (const { id, name } of rows) if (name !== '') names.set(`${kind}:${id}`, name);
    }
  }
  return names;
}
