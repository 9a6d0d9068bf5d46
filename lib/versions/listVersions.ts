import { z } from 'zod';
import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';
import { findRestoreMarks, type RestoreMark } from '@/lib/data/restores';
import { findVersionMarks, type SignOffMark } from '@/lib/data/signOffs';
import { listVersionRows, type VersionRow } from '@/lib/data/versions';
import { isUnderWay } from './restoring';
import type { VersionKind } from './versionKind';

/** Which versions are asked for. `before`: those before this number. */
export const versionsQuerySchema = z.object({
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional().describe('Only versions with smaller numbers.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at most.'),
});

/** That a version is up for sign-off, or a baseline since `signedAt`, and how many of those who are asked have signed. */
export type VersionSignOff = { status: 'open' | 'signed'; signed: number; asked: number; signedAt: string | null };

/** A version as lists show it. `by` is null when nobody made it, or nobody knows any more who; times are ISO 8601, sizes bytes. */
export type ListedVersion = {
  number: number;
  kind: VersionKind;
  name: string;
  note: string;
  by: { id: string; name: string | null } | null;
  at: string;
  seq: number;
  title: string;
  stageCount: number;
  stepCount: number;
  cardCount: number;
  contentHash: string;
  size: number;
  /** Null for one that nobody put up, or that was withdrawn. */
  signOff: VersionSignOff | null;
};

/**
 * A page of a map's versions, newest first. `restore`: which version was brought back right after this one was kept; null where none was, or is just
 * being done, or that one is gone. `next`: for the following page; null on the last.
 */
export type VersionPage = { items: (ListedVersion & { restore: RestoreMark | null })[]; next: number | null };

const toVersionSignOff = ({ status, signed, asked, signedAt }: SignOffMark): VersionSignOff => ({
  ...{ status, signed, asked },
  signedAt: signedAt?.toISOString() ?? null,
});

/** A version with its author's name as it is now. */
function toListedVersion(
  row: VersionRow,
  names: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, SignOffMark>,
): ListedVersion {
  const { number, kind, name, note, createdBy, createdAt, seq, title, stageCount, stepCount, cardCount, contentHash, size } = row;
  const by = createdBy === 'system' ? null : { id: createdBy, name: names.get(createdBy) ?? null };
  const mark = marks.get(row.id);
  return {
    ...{ number, kind, name, note, by, at: createdAt.toISOString(), seq },
    ...{ title, stageCount, stepCount, cardCount, contentHash, size },
    signOff: mark ? toVersionSignOff(mark) : null,
  };
}

/** What lists show of versions, in their order. */
export async function describeVersions(db: Database, rows: readonly VersionRow[]): Promise<ListedVersion[]> {
  const names = await findActorNames(
    db,
    rows.map(({ createdBy }) => createdBy),
  );
  const marks = await findVersionMarks(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toListedVersion(row, names, marks));
}

/** What lists show of one version. */
export async function describeVersion(db: Database, row: VersionRow): Promise<ListedVersion> {
  const [version] = await describeVersions(db, [row]);
  if (!version) throw new Error('A version cannot be described.');
  return version;
}

/** Lists the versions of a map without reading their content. */
export async function listVersions(
  db: Database,
  mapId: string,
  { before, limit }: z.output<typeof versionsQuerySchema>,
): Promise<VersionPage> {
  const rows = await listVersionRows(db, mapId, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const described = await describeVersions(db, shown);
  const kept = shown.filter(({ id, kind }) => kind === 'beforeRestore' && !isUnderWay(id));
  const restores = await findRestoreMarks(
    db,
    kept.map(({ id }) => id),
  );
  return {
    items: shown.flatMap(({ id }, index) => {
      const version = described[index];
      return version ? [{ ...version, restore: restores.get(id) ?? null }] : [];
    }),
    next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
  };
}
