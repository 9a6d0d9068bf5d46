import type { Database } from '@/lib/data/database';
import { requireColumns } from '@/lib/data/evidence/columns';
import { beginImport, createImport, finishImport, queueImport } from '@/lib/data/evidence/imports';
import { createSource } from '@/lib/data/evidence/sources';
import { writeAnswers } from '@/lib/data/evidence/writeAnswers';
import type { ScoreScale } from '@/lib/evidence/scoreScale';
import type { SourceKind } from '@/lib/evidence/sourceKind';
import { newId } from '@/lib/map/id';
import { toSlice } from '@/lib/sources/toSlice';

/** An answer as tests say it: scores by the metric's name, one text. */
export type GivenAnswer = {
  id: string;
  day?: string;
  touchpoint?: string;
  channel?: string;
  segments?: Record<string, string>;
  /** What the file calls the reason. */
  category?: string;
  nps?: number;
  csat?: number;
  ces?: number;
  text?: string;
  persons?: string[];
};

const scales = {
  nps: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' },
  csat: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
  ces: { metric: 'ces', min: 1, max: 7, direction: 'highIsGood' },
} as const satisfies Record<string, ScoreScale>;

/** Makes a source of evidence. Returns its id. */
export async function storeSource(
  db: Database,
  workspaceId: string,
  name = 'After the call',
  kind: SourceKind = 'survey',
): Promise<string> {
  const basis = kind === 'survey' ? 'transactional' : null;
  const source = { id: newId(), workspaceId, kind, basis, name, retentionDays: null } as const;
  await createSource(db, { ...source, createdBy: 'system' }, 10_000);
  return source.id;
}

/** Brings a file of answers in, as the importer does, and finishes it. Returns its id. `batch`: how many a statement writes. */
export async function storeAnswers(
  db: Database,
  {
    sourceId,
    workspaceId,
    finish = true,
    batch: size = 50,
  }: { sourceId: string; workspaceId: string; finish?: boolean; batch?: number },
  answers: readonly GivenAnswer[],
): Promise<string> {
  const file = { id: newId(), sourceId, fileName: 'a.csv', byteCount: 1, createdBy: 'system' };
  await createImport(db, file);
  await queueImport(db, file, { plan: {}, shape: 's' });
  await beginImport(db, file);
  const metrics = ['nps', 'csat', 'ces'] as const;
  const questions = metrics.map((metric) => ({ kind: 'score', name: metric, label: metric, scale: scales[metric] }) as const);
  const numbers = await requireColumns(db, sourceId, [...questions, { kind: 'verbatim', name: 'Why?', label: 'Why?' }]);
  const [text = 0] = numbers.slice(-1);
  for (let start = 0; start < answers.length; start += size) {
    const some = answers.slice(start, start + size).map((answer) => {
      const { touchpoint = null, channel = null, segments = {}, category = null } = answer;
      const said = Object.entries(segments).map(([column, value]) => ({ column, value }));
      return { answer, slice: toSlice({ touchpoint, channel, language: null, segments: said, category }) };
    });
    const rows = some.map(({ answer, slice }) => ({
      ...{ fingerprint: answer.id, content: answer.id, slice: slice.id, personal: {}, persons: answer.persons ?? [] },
      ...{ at: answer.day === undefined ? null : `${answer.day}T12:00:00.000Z`, day: answer.day ?? '' },
      scores: Object.fromEntries(
        metrics.flatMap((metric, at) => (answer[metric] === undefined ? [] : [[numbers[at], answer[metric]]])),
      ),
      verbatims: answer.text === undefined ? {} : { [text]: answer.text },
    }));
    const batch = { rowsRead: start + rows.length, bytesRead: 1, rejected: [], repeated: 0, expired: 0 };
    await writeAnswers(db, file.id, { ...batch, answers: rows, slices: some.map(({ slice }) => slice) });
  }
  if (finish) await finishImport(db, file, { workspaceId, keptPersonal: 0 });
  return file.id;
}

/** So many answers, made by number. */
export const manyAnswers = (count: number, make: (index: number) => Omit<GivenAnswer, 'id'>, prefix = 'r'): GivenAnswer[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}`, ...make(index) }));
