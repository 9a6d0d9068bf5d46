// `npm run bench -- evidence`: files of answers that come in while people edit, and what a map costs whose steps lead to many answers. On the
// embedded database, and on a PostgreSQL server where one answers; figures beside DuckDB on the same rows. docs/benchmarks.md says how each
// row is measured. Nothing is asserted, but that both count the same.
import { type DatabaseKind, listDatabaseKinds } from '../builders/database';
import { measureImport } from './evidence/importing';
import { measureLinks } from './evidence/links';
import { measureMillion } from './evidence/million';
import { options, printRows, type Row, report } from './report';
import { readChoice } from './sync/choice';

const parts: Record<string, (kind: DatabaseKind) => Promise<Row[]>> = {
  import: measureImport,
  figures: measureMillion,
  links: measureLinks,
};

const rows: Row[] = [];
for (const name of readChoice(Object.keys(parts)).names) {
  for (const kind of await listDatabaseKinds()) {
    const found = (await parts[name]?.(kind)) ?? [];
    if (!options.json) printRows(found);
    rows.push(...found);
  }
}
report('evidence', rows);
