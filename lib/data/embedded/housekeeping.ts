import type { PGlite } from '@electric-sql/pglite';

/** How often (ms) to look whether something is due, while there is traffic. */
const interval = 1_000;
/** Bytes of write-ahead log after which a checkpoint is made in a quiet moment, and after which it is made even without one. */
const checkpointWhenQuiet = 16 * 1024 * 1024;
const checkpointAnyway = 64 * 1024 * 1024;
/** Time (ms) between two looks for tables with dead rows. */
const vacuumInterval = 60_000;
/** Transactions after which old rows are frozen; PostgreSQL stops at two thousand millions. */
const freezeAge = 150_000_000;

/** What the housekeeper may know and do; the worker gives it. */
export type HousekeeperOptions = {
  database: PGlite;
  /** No exchange waits, and no transaction is open. */
  isQuiet: () => boolean;
  /** No transaction is open. */
  isIdle: () => boolean;
  /** Runs a job in turn with the clients' exchanges. */
  enqueue: (job: () => Promise<unknown>) => void;
  /** Something could not be done. No reason to stop serving: it is tried again, and what is broken shows in the next exchange. */
  onError: (error: unknown) => void;
};

/**
 * Does what a PostgreSQL server's background processes do and a single-user backend leaves undone: without checkpoints the write-ahead log
 * grows until the disk is full and recovery takes ever longer; without vacuum the space of deleted rows is never used again.
 */
export class Housekeeper {
  readonly #options: HousekeeperOptions;
  #timer: NodeJS.Timeout | undefined;
  #received = 0;
  #lastVacuum = 0;

  constructor(options: HousekeeperOptions) {
    this.#options = options;
  }

  /** To be called after each exchange with the bytes that the client sent: much sent calls for a look at once, little for one soon. */
  noteActivity(bytes = 0): void {
    this.#received += bytes;
    if (this.#received > checkpointWhenQuiet) this.#lookNow();
    else this.#timer ??= setTimeout(() => this.#lookNow(), interval);
  }

  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#received = 0;
    this.#options.enqueue(() => this.#look().catch(this.#options.onError));
  }

  async #look(): Promise<void> {
    if (!this.#options.isIdle()) return this.noteActivity();
    const grown = await this.#number(
      'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as n from pg_control_checkpoint()',
    );
    if (grown > checkpointAnyway || (grown > checkpointWhenQuiet && this.#options.isQuiet()))
      await this.#options.database.exec('checkpoint');
    else if (grown > checkpointWhenQuiet) this.noteActivity();
    if (Date.now() - this.#lastVacuum > vacuumInterval && this.#options.isQuiet()) await this.#vacuum();
  }

  /** One table a look, so that nobody waits for more than one. */
  async #vacuum(): Promise<void> {
    const { database } = this.#options;
    if (
      (await this.#number('select age(datfrozenxid)::float8 as n from pg_database where datname = current_database()')) >
      freezeAge
    ) {
      await database.exec('vacuum');
    }
    const { rows } = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
       where n_dead_tup > 100 + 0.2 * n_live_tup order by n_dead_tup desc limit 1`,
    );
    const [table] = rows;
    if (table) {
      await database.exec(`vacuum (analyze) ${table.name}`);
      this.noteActivity();
    } else this.#lastVacuum = Date.now();
  }

  async #number(query: string): Promise<number> {
    const { rows } = await this.#options.database.query<{ n: number }>(query);
    return rows[0]?.n ?? 0;
  }
}
