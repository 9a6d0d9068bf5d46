/** A table of the product, as whole rows of it are copied: by backups, and when an installation moves to another database. */
export type Table = {
  name: string;
  /** The columns of its primary key, in order. Rows are read page by page along it. */
  key: readonly string[];
  /** Which column refers to which table's key. */
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
 * the memory of repeated requests, and the outbox.
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
  table('join_link', 'id', { map_id: 'journey_map' }),
  table('guest', 'id', { join_link_id: 'join_link' }),
  table('session', 'id', { user_id: 'app_user', guest_id: 'guest' }, { passing: true }),
  table('audit_entry', 'id'),
  table('outbox', 'id', {}, { passing: true }),
  table('blob', 'hash'),
  table('blob_chunk', 'hash chunk', { hash: 'blob' }),
  table('map_file', 'map_id id', { map_id: 'journey_map', hash: 'blob', small_hash: 'blob' }),
];
