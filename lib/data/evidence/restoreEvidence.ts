import type { RowSource } from '../rows/source';
import { countedOf } from './counting';

/** What an installation knows of persons whose answers were erased, with the keys that their pseudonyms are made with. */
export type KeptErasures = {
  keys: { workspace_id: string; key: string }[];
  erasures: { workspace_id: string; pseudonym: string; at: string; by: string }[];
};

/** What is to be taken over a restore. Nothing when the database is of a version that had no evidence. */
export async function readErasures(source: RowSource): Promise<KeptErasures> {
  const { rows } = await source.query<{ known: boolean }>({
    text: `select to_regclass('evidence_erasure') is not null as known`,
  });
  if (!rows[0]?.known) return { keys: [], erasures: [] };
  const keys = await source.query<KeptErasures['keys'][number]>({ text: 'select workspace_id, key from evidence_key' });
  const erasures = await source.query<KeptErasures['erasures'][number]>({
    text: `select workspace_id, pseudonym, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, "by"
           from evidence_erasure`,
  });
  return { keys: keys.rows, erasures: erasures.rows };
}

/**
 * Sets a restored installation right: erases again whoever was erased here or in the backup, and makes anew what is
 * made of the answers, which a backup leaves out. Long
 * statements: nobody uses the database yet.
 */
export async function restoreEvidence(target: RowSource, { keys, erasures }: KeptErasures): Promise<void> {
  await target.query({
    text: `insert into evidence_key (workspace_id, key)
           select k.workspace_id, k.key from json_to_recordset($1) as k(workspace_id text, key text) join workspace w on w.id = k.workspace_id
           on conflict do nothing`,
    values: [JSON.stringify(keys)],
  });
  await target.query({
    text: `insert into evidence_erasure (workspace_id, pseudonym, at, "by")
           select e.workspace_id, e.pseudonym, e.at, e."by"
           from json_to_recordset($1) as e(workspace_id text, pseudonym text, at timestamptz, "by" text)
           join workspace w on w.id = e.workspace_id on conflict do nothing`,
    values: [JSON.stringify(erasures)],
  });
  await target.query({
    text: `delete from evidence_response r using evidence_source s, evidence_erasure e
           where s.id = r.source_id and e.workspace_id = s.workspace_id and r.persons ? e.pseudonym`,
  });
  await target.query({
    text: `delete from evidence_slice x where not exists (
             select from evidence_response r where r.source_id = x.source_id and r.slice_id = x.id)`,
  });
  await target.query({
    text: `delete from evidence_entry e where not exists (
             select from evidence_response r where r.source_id = e.source_id and r.fingerprint = e.fingerprint)`,
  });
  await target.query({ text: 'truncate evidence_person, evidence_rollup' });
  await target.query({
    text: `insert into evidence_person (source_id, pseudonym, fingerprint)
           select r.source_id, p.pseudonym, r.fingerprint
           from evidence_response r cross join lateral jsonb_array_elements_text(r.persons) p(pseudonym) on conflict do nothing`,
  });
  await target.query({
    text: `insert into evidence_rollup (import_id, column_number, slice_id, day, score, count)
           select r.import_id, s.column_number, r.slice_id, r.day, s.score, count(*)
           from evidence_response r cross join lateral ${countedOf('r')} s group by 1, 2, 3, 4, 5`,
  });
}
