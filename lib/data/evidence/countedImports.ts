import type { Database } from '../database';

/** The imports of a source whose answers count, with how many they brought, and how often what is counted of them has changed. */
export function listCountedImports(db: Database, sourceId: string): Promise<{ id: string; added: number; revision: number }[]> {
  const where = { sourceId, state: 'finished' };
  return db.prisma.evidenceImport.findMany({ where, select: { id: true, added: true, revision: true }, orderBy: { id: 'asc' } });
}
