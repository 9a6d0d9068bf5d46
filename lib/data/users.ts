import { clientOf, type Database, type Transaction } from './database';

/** An account. `email` is lower case. */
export type UserRow = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  colour: string | null;
  locale: string | null;
  theme: string | null;
  createdAt: Date;
  disabledAt: Date | null;
};

/** How many accounts there are. */
export function countUsers(db: Database | Transaction): Promise<number> {
  return clientOf(db).user.count();
}

/** Whether no other account is older. */
export async function isOldestUser(db: Database | Transaction, id: string): Promise<boolean> {
  const oldest = await clientOf(db).user.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true } });
  return oldest?.id === id;
}

/** The account with this id, or null. */
export function findUser(db: Database | Transaction, id: string): Promise<UserRow | null> {
  return clientOf(db).user.findUnique({ where: { id } });
}

/** The account with this e-mail address (lower case), or null. */
export function findUserByEmail(db: Database | Transaction, email: string): Promise<UserRow | null> {
  return clientOf(db).user.findUnique({ where: { email } });
}

/** Makes an account. The e-mail address must be lower case and free. */
export function createUser(
  db: Database | Transaction,
  user: { id: string; email: string; name: string; passwordHash: string | null; locale?: string | null },
): Promise<UserRow> {
  return clientOf(db).user.create({ data: user });
}

/** Changes what a person sets about themselves; what is absent stays. */
export function updateUser(
  db: Database,
  id: string,
  change: { name?: string; locale?: string | null; theme?: string | null },
): Promise<UserRow> {
  return db.prisma.user.update({ where: { id }, data: change });
}

/** Stores a password hash in place of the one it replaces; false when another change was quicker. */
export async function replacePasswordHash(
  db: Database | Transaction,
  id: string,
  change: { from: string | null; to: string },
): Promise<boolean> {
  const { count } = await clientOf(db).user.updateMany({
    where: { id, passwordHash: change.from },
    data: { passwordHash: change.to },
  });
  return count === 1;
}
