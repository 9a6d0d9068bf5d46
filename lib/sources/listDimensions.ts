import { readSlices } from '@/lib/data/evidence/slices';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { categoryDimension, givenDimension } from '@/lib/evidence/categories/category';
import { createKeeper } from '@/lib/maps/keeper';
import type { Runtime } from '@/lib/runtime';

/** What answers of a source are told apart by: `touchpoint`, `channel`, `language` `givenCategory` or `segment.…`, each with its values by name. */
export type Dimension = { name: string; values: string[] };

/** More values than these are nothing that anybody chooses from. */
const mostValues = 300;

const order = ['touchpoint', 'channel', 'language', givenDimension];
const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

const keep = createKeeper<Dimension[]>('evidenceDimensions', 100);

/** The dimensions of a source; kept until something of the source changes. */
export async function listDimensions(
  { database }: Pick<Runtime, 'database'>,
  { id, revision }: Pick<SourceRow, 'id' | 'revision'>,
): Promise<Dimension[]> {
  const { value } = await keep(database, { of: id, version: String(revision), exactly: true }, async () => {
    const found = new Map<string, Set<string>>();
    for (const dimensions of (await readSlices(database, id)).values()) {
      for (const [name, value] of Object.entries(dimensions)) {
        // Categories are chosen from their tree.
        if (name === categoryDimension) continue;
        const values = found.get(name) ?? new Set<string>();
        if (value !== '' && values.size < mostValues) values.add(value);
        found.set(name, values);
      }
    }
    return [...found]
      .filter(([, values]) => values.size > 0)
      .map(([name, values]) => ({ name, values: [...values].sort((one, other) => one.localeCompare(other)) }))
      .sort((one, other) => placeOf(one.name) - placeOf(other.name) || (one.name < other.name ? -1 : 1));
  });
  return value;
}
