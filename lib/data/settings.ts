import type { Prisma } from '@/lib/generated/prisma/client';
import { clientOf, type Database, type Transaction } from './database';

/** A fact about the installation itself, or null. Its form is for the caller to judge. */
export async function findSetting(db: Database | Transaction, key: string): Promise<unknown> {
  const row = await clientOf(db).setting.findUnique({ where: { key } });
  return row?.value ?? null;
}

/** Sets a fact about the installation. */
export async function putSetting(db: Database | Transaction, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await clientOf(db).setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** Removes a setting if it still has exactly this value. Of several callers at once one gets true: a value is used up once. */
export async function takeSetting(db: Database | Transaction, key: string, value: Prisma.InputJsonValue): Promise<boolean> {
  const { count } = await clientOf(db).setting.deleteMany({ where: { key, value: { equals: value } } });
  return count === 1;
}

/** Removes a setting, if there is one. */
export async function removeSetting(db: Database | Transaction, key: string): Promise<void> {
  await clientOf(db).setting.deleteMany({ where: { key } });
}
