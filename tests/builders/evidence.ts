import type { Database } from '@/lib/data/database';
import { newId } from '@/lib/map/id';

/** A source with a finished import, whose answers have everything that an answer can have. */
export async function storeEvidence(db: Database, workspaceId: string): Promise<{ sourceId: string; importId: string }> {
  const [sourceId, importId] = [newId(), newId()];
  const { prisma } = db;
  await prisma.evidenceKey.create({ data: { workspaceId, key: 'a key' } });
  await prisma.evidenceCategory.createMany({
    data: [
      { id: `${sourceId}-a`, workspaceId, name: 'Rechnung „1“', place: 'a0', aliases: ['RE-01'] },
      { id: `${sourceId}-b`, workspaceId, name: 'Alt', place: 'a1', deletedAt: new Date(), movedTo: `${sourceId}-a` },
    ],
  });
  await prisma.evidenceRule.create({
    data: { id: `${sourceId}-r`, workspaceId, categoryId: `${sourceId}-a`, place: 'a0', any: ['=Nie'], none: [], words: 'whole' },
  });
  await prisma.evidenceSource.create({
    data: { id: sourceId, workspaceId, kind: 'survey', basis: 'relationship', name: 'Umfrage „Hotline“ 📞', createdBy: 'system' },
  });
  const scale = { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' };
  await prisma.evidenceColumn.createMany({
    data: [
      { sourceId, number: 1, kind: 'score', name: 'Q1', label: 'Würden Sie uns empfehlen?', scale, method: { kind: 'nps' } },
      { sourceId, number: 2, kind: 'verbatim', name: 'Q2', label: 'Warum?' },
    ],
  });
  await prisma.evidencePlan.create({ data: { sourceId, shape: 'a shape', plan: { version: 1 } } });
  await prisma.evidenceImport.create({
    data: {
      ...{ id: importId, sourceId, state: 'finished', fileName: 'März; "2026".csv', byteCount: 2_000_000_000 },
      ...{ rowsRead: 3, added: 2, rejected: 1, createdBy: 'system', startedAt: new Date(), endedAt: new Date() },
    },
  });
  await prisma.evidenceRejection.create({
    data: { importId, row: 2, line: 4, problem: { key: 'score.outside', values: { given: '11' } } },
  });
  await prisma.evidenceSlice.create({ data: { sourceId, id: 's', dimensions: { touchpoint: 'Hotline\n"1"' } } });
  const said = { sourceId, importId, content: 'c', sliceId: 's', day: '2026-03-01', personal: {} };
  await prisma.evidenceResponse.createMany({
    data: [
      { ...said, fingerprint: 'a', at: new Date(0), scores: { 1: 9 }, verbatims: { 2: '=„Nie“\n👍' }, persons: ['p'] },
      { ...said, fingerprint: 'b', scores: { 1: 0 }, verbatims: {}, persons: [] },
      { ...said, fingerprint: sourceId, scores: {}, verbatims: {}, persons: [] },
    ],
  });
  await prisma.evidenceEntry.create({
    data: { fingerprint: sourceId, sourceId, keepsPersonal: true, authorId: 'user:x', editedBy: 'user:y', editedAt: new Date(0) },
  });
  await prisma.evidenceWebhook.create({ data: { id: newId(), sourceId, salt: 'salt', createdBy: 'user:x' } });
  await prisma.evidencePerson.create({ data: { sourceId, pseudonym: 'p', fingerprint: 'a' } });
  await prisma.evidenceRollup.createMany({
    data: [
      ...[9, 0].map((score) => ({ columnNumber: 1, score, count: 1 })),
      // One text, and three answers.
      { columnNumber: 2, score: 0, count: 1 },
      { columnNumber: 0, score: 0, count: 3 },
    ].map((counted) => ({ importId, sliceId: 's', day: '2026-03-01', ...counted })),
  });
  await prisma.evidenceText.create({ data: { sourceId, key: 'k', words: ['nie'] } });
  await prisma.evidenceSearch.create({ data: { sourceId, key: 'k', importId } });
  await prisma.evidenceMatch.create({ data: { sourceId, key: 'k', fingerprint: 'a' } });
  await prisma.evidenceErasure.create({ data: { workspaceId, pseudonym: 'gone', by: 'user:x' } });
  return { sourceId, importId };
}
