import type { TableForm } from './columns';
import { quoted, type RowSource } from './source';

/** What the first start of an installation writes by itself. */
const madeByStart = new Set(['setting', 'outbox']);

/** Whether nobody has used the database yet: there is nothing in it but what a first start makes. */
export async function isEmpty(source: RowSource, forms: readonly TableForm[]): Promise<boolean> {
  for (const { name } of forms) {
    if (madeByStart.has(name)) continue;
    const { rows } = await source.query<{ any: boolean }>({ text: `select exists (select from ${quoted(name)}) as any` });
    if (rows[0]?.any) return false;
  }
  return true;
}

/** Removes all rows of these tables and starts their counters anew. The audit log's guard is lifted for it: give it a transaction. */
export async function emptyTables(target: RowSource, forms: readonly TableForm[]): Promise<void> {
  if (forms.length === 0) return;
  const names = forms.map(({ name }) => quoted(name));
  for (const name of names) await target.query({ text: `alter table ${name} disable trigger user` });
  await target.query({ text: `truncate ${names.join(', ')} restart identity` });
  for (const name of names) await target.query({ text: `alter table ${name} enable trigger user` });
}
