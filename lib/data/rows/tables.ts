/** A table of the product, as whole rows of it are copied: by backups, and when an installation moves to another database. */
export type Table = {
  name: string;
  /** The columns of its primary key, in order. Rows are read page by page along it. */
  key: readonly string[];
  /** Which column, or columns joined by commas, refers to which table's key. */
  parents: Readonly<Record<string, string>>;
  /** Only of use to the running installation, so that a backup leaves it out. */
  passing: boolean;
};

function table(name: string, key: string, parents: Record<string, string> = {}, { passing = false } = {}): Table {
  return { name, key: key.split(' '), parents, passing };
}

/**
 * Every table, parents before what refers to them. A new model needs one line here; tests/integration/storage/rows.test.ts compares
 * the list with the migrated database. `passing` are: sessions (people sign in again), reset links (a used one must not come back to life),
 * the memory of repeated requests and deliveries, the outbox, and what is made anew of
 * the answers (lib/data/evidence/restoreEvidence.ts).
 */
export const tables: readonly Table[] = [
  table('setting', 'key'),
  table('app_user', 'id'),
  table('workspace', 'id'),
  table('membership', 'workspace_id user_id', { workspace_id: 'workspace', user_id: 'app_user' }),
  table('invitation', 'id', { workspace_id: 'workspace' }),
  table('password_reset', 'id', { user_id: 'app_user' }, { passing: true }),
  table('access_token', 'id', { user_id: 'app_user' }),
  table('user_identity', 'id', { user_id: 'app_user' }),
  table('idempotent_creation', 'user_id key', { user_id: 'app_user' }, { passing: true }),
  table('journey_map', 'id', { workspace_id: 'workspace' }),
  table('map_template', 'id', { workspace_id: 'workspace' }),
  table('document_snapshot', 'id chunk', { map_id: 'journey_map' }),
  table('document_update', 'map_id seq', { map_id: 'journey_map' }),
  table('document_client', 'map_id client_id actor_id', { map_id: 'journey_map' }),
  table('activity', 'id', { map_id: 'journey_map' }),
  table('comment_thread', 'id', { map_id: 'journey_map' }),
  table('comment', 'id', { thread_id: 'comment_thread' }),
  table('comment_mention', 'comment_id actor_id', { comment_id: 'comment' }),
  table('comment_read', 'thread_id actor_id', { thread_id: 'comment_thread' }),
  table('workshop', 'map_id', { map_id: 'journey_map' }),
  table('vote_round', 'id', { map_id: 'journey_map' }),
  table('vote_ballot', 'round_id actor_id', { round_id: 'vote_round' }),
  table('evidence_key', 'workspace_id', { workspace_id: 'workspace' }),
  table('evidence_category', 'id', { workspace_id: 'workspace' }),
  table('evidence_rule', 'id', { workspace_id: 'workspace', category_id: 'evidence_category' }),
  table('evidence_source', 'id', { workspace_id: 'workspace' }),
  table('evidence_column', 'source_id number', { source_id: 'evidence_source' }),
  table('evidence_plan', 'source_id shape', { source_id: 'evidence_source' }),
  table('evidence_import', 'id', { source_id: 'evidence_source' }),
  table('evidence_webhook', 'id', { source_id: 'evidence_source' }),
  table('evidence_delivery', 'id', { webhook_id: 'evidence_webhook' }, { passing: true }),
  table('evidence_rejection', 'import_id row', { import_id: 'evidence_import' }),
  table('evidence_response', 'source_id fingerprint', { source_id: 'evidence_source', import_id: 'evidence_import' }),
  table('evidence_entry', 'fingerprint', { source_id: 'evidence_source' }),
  table('evidence_person', 'source_id pseudonym fingerprint', { source_id: 'evidence_source' }, { passing: true }),
  table('evidence_slice', 'source_id id', { source_id: 'evidence_source' }),
  table('evidence_rollup', 'import_id column_number slice_id day score', { import_id: 'evidence_import' }, { passing: true }),
  table('evidence_text', 'source_id key', { source_id: 'evidence_source' }, { passing: true }),
  table(
    'evidence_search',
    'source_id key import_id',
    { 'source_id,key': 'evidence_text', import_id: 'evidence_import' },
    { passing: true },
  ),
  table(
    'evidence_match',
    'source_id fingerprint key',
    { 'source_id,fingerprint': 'evidence_response', 'source_id,key': 'evidence_text' },
    { passing: true },
  ),
  table('evidence_erasure', 'workspace_id pseudonym', { workspace_id: 'workspace' }),
  table('join_link', 'id', { map_id: 'journey_map' }),
  table('view_link', 'id', { map_id: 'journey_map' }),
  table('guest', 'id', { join_link_id: 'join_link' }),
  table('session', 'id', { user_id: 'app_user', guest_id: 'guest' }, { passing: true }),
  table('audit_entry', 'id'),
  table('outbox', 'id', {}, { passing: true }),
  table('blob', 'hash'),
  table('blob_chunk', 'hash chunk', { hash: 'blob' }),
  table('evidence_file', 'id', { fingerprint: 'evidence_entry', hash: 'blob', small_hash: 'blob' }),
  table('map_file', 'map_id id', { map_id: 'journey_map', hash: 'blob', small_hash: 'blob' }),
  table('map_version', 'id', {
    ...{ map_id: 'journey_map', content_blob: 'blob', document_blob: 'blob', evidence_blob: 'blob' },
  }),
  table('future_state', 'map_id', { map_id: 'journey_map', content_blob: 'blob' }),
  table('future_decision', 'map_id key', { map_id: 'future_state' }),
  table('map_restore', 'before_id', { before_id: 'map_version', version_id: 'map_version' }),
  table('map_sign_off', 'id', { map_id: 'journey_map', version_id: 'map_version' }),
  table('map_signature', 'id', { sign_off_id: 'map_sign_off' }),
];
