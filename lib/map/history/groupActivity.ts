/** A change as the activity list has it: one field of one record. `at`: milliseconds since 1970. */
export type ActivityEntry = {
  id: string;
  at: number;
  actorId: string;
  record: string;
  recordId: string;
  field: string;
  before: unknown;
  after: unknown;
};

/** What became of a record, in one word. */
export type ActivityAction = 'added' | 'deleted' | 'restored' | 'moved' | 'changed';

/** One record that somebody changed. `text`: its title or words as far as the changes tell them. */
export type ActivityLine = {
  record: string;
  recordId: string;
  action: ActivityAction;
  fields: readonly string[];
  text: string | null;
};

/** What somebody did in one go, newest line first. `from`, `to`: milliseconds since 1970. */
export type ActivityGroup = { key: string; actorId: string; from: number; to: number; lines: readonly ActivityLine[] };

/** Longer silence than this (ms) begins a new group. */
const pause = 10 * 60_000;

const words = ['title', 'text', 'name', 'label'] as const;
const places = new Set(['pos', 'order', 'target']);

/** Gathers changes, newest first, into what each person did in one go: one line a record. */
export function groupActivity(entries: readonly ActivityEntry[]): ActivityGroup[] {
  const groups: { actorId: string; entries: ActivityEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const before = last?.entries.at(-1);
    if (last && before && last.actorId === entry.actorId && before.at - entry.at <= pause) last.entries.push(entry);
    else groups.push({ actorId: entry.actorId, entries: [entry] });
  }
  return groups.map(({ actorId, entries: own }) => ({
    key: own[0]?.id ?? '',
    actorId,
    from: own.at(-1)?.at ?? 0,
    to: own[0]?.at ?? 0,
    lines: toLines(own),
  }));
}

function toLines(entries: readonly ActivityEntry[]): ActivityLine[] {
  const records = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const key = `${entry.record} ${entry.recordId}`;
    records.set(key, [...(records.get(key) ?? []), entry]);
  }
  return [...records.values()].flatMap((own) => {
    const [first] = own;
    const action = actionOf(own);
    if (!first || !action) return [];
    const fields = [...new Set(own.map(({ field }) => field))].filter((field) => field !== 'record').sort();
    return [{ record: first.record, recordId: first.recordId, action, fields, text: textOf(own) }];
  });
}

/** Entries newest first. Null for what was made and deleted again: it left nothing. */
function actionOf(entries: readonly ActivityEntry[]): ActivityAction | null {
  const made = entries.some(({ field, before }) => field === 'record' && before === null);
  const deletion = entries.find(({ field, after }) => field === 'deletedAt' || (field === 'record' && after === null));
  const isDeleted = deletion !== undefined && (deletion.field === 'record' || deletion.after !== null);
  if (made) return isDeleted ? null : 'added';
  if (deletion) return isDeleted ? 'deleted' : 'restored';
  return entries.every(({ field }) => places.has(field)) ? 'moved' : 'changed';
}

function textOf(entries: readonly ActivityEntry[]): string | null {
  for (const { field, before, after } of entries) {
    for (const value of [after, before]) {
      if ((words as readonly string[]).includes(field) && typeof value === 'string' && value.trim() !== '') return value.trim();
      if (field !== 'record' || typeof value !== 'object' || value === null) continue;
      const found = words
        .map((word) => (value as Readonly<Record<string, unknown>>)[word])
        .find((text) => typeof text === 'string');
      if (typeof found === 'string' && found.trim() !== '') return found.trim();
    }
  }
  return null;
}
