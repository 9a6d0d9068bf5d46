/**
 * `staged`: the file is here, and nobody has begun. `queued` and `running`: its rows are being read; they count for nothing yet. `finished`: all of
 * them count. `failed`, `cancelled`: none of them does, and they are removed.
 */
export const importStates = ['staged', 'queued', 'running', 'finished', 'failed', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];
