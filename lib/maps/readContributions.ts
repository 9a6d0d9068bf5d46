import { listContributions } from '@/lib/data/contributions';
import type { Database } from '@/lib/data/database';

/** The cards of a map to which each department contributed, by the departments' ids. `hidden`: cards of which nothing is told. */
export async function readContributions(
  db: Database,
  mapId: string,
  hidden: ReadonlySet<string> = new Set(),
): Promise<{ departmentId: string; cards: string[] }[]> {
  const departments = new Map<string, string[]>();
  for (const { departmentId, cardId } of await listContributions(db, mapId)) {
    if (hidden.has(cardId)) continue;
    const cards = departments.get(departmentId);
    if (cards) cards.push(cardId);
    else departments.set(departmentId, [cardId]);
  }
  return [...departments].map(([departmentId, cards]) => ({ departmentId, cards }));
}
