import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { ApiClient } from '../../builders/apiClient';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Entry = {
  id: string;
  text: string;
  who: string | null;
  satisfaction: number | null;
  author: string | null;
  editedAt: string | null;
  keepsPersonal: boolean;
  files: { id: string; name: string }[];
};
type Answers = {
  items: { id: string; day: string; verbatims: Record<string, string>; dimensions: object; entry: Entry | null }[];
};
type Figures = { items: { figure: { n: number; distribution: { score: number; count: number }[] } }[] };
type OnMap = { links: { sourceId: string; state: string; answers: number }[] };

const written = {
  ...{ day: '2026-11-20', who: 'P3', segment: 'New customers', channel: 'phone', touchpoint: 'Hotline' },
  ...{ text: 'I did not know whom to call.\nWrite to a@b.example!', satisfaction: 2 },
};
const notes = {
  file: new Uint8Array(new TextEncoder().encode('what she drew')),
  headers: { 'Content-Type': 'application/octet-stream' },
};

describe.each(await listDatabaseKinds())('entries typed in by hand (%s)', { timeout: 120_000 }, (kind) => {
  let server: TestRuntime;
  let workspaceId: string;
  let mapId: string;
  let [olga, emil, vera, eve]: ApiClient[] = [];
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    const { running } = server;
    const [owner, editor, viewer, stranger] = [
      await addPerson(running, 'Olga'),
      await addPerson(running, 'Emil'),
      await addPerson(running, 'Vera'),
      await addPerson(running, 'Eve'),
    ];
    workspaceId = await addWorkspace(running, owner);
    await addMember(running, workspaceId, editor, 'editor');
    await addMember(running, workspaceId, viewer, 'viewer');
    mapId = (await addMap(running, workspaceId)).id;
    [olga, emil, vera, eve] = [
      await ApiClient.of(running, owner),
      await ApiClient.of(running, editor),
      await ApiClient.of(running, viewer),
      await ApiClient.of(running, stranger),
    ];
  });
  afterAll(() => server.stop());

  const by = (program: ApiClient | undefined): ApiClient => {
    if (!program) throw new Error('not made yet');
    return program;
  };
  async function makeSource(of = 'interviews'): Promise<string> {
    const body = { kind: of, name: 'Talks' };
    const { id } = await by(olga).json<{ id: string }>('POST', `/workspaces/${workspaceId}/sources`, { body, status: 201 });
    return `/sources/${id}`;
  }
  const write = (path: string, more: object = {}, program = olga): Promise<Entry> =>
    by(program).json('POST', `${path}/entries`, { body: { ...written, ...more }, status: 201 });
  const figure = async (path: string) => (await by(vera).json<Figures>('GET', `${path}/figures`)).items[0]?.figure;
  const answersOf = async (path: string, query = '') => (await by(olga).json<Answers>('GET', `${path}/answers?${query}`)).items;

  test('an entry is an answer like any other: counted, found, without addresses, and edited in place', async () => {
    const path = await makeSource();
    const entry = await write(path);
    expect(entry).toMatchObject({ who: 'P3', satisfaction: 2, author: 'Olga', editedAt: null, keepsPersonal: false, files: [] });
    expect(entry.text).toBe('I did not know whom to call.\nWrite to ▇▇▇!');
    expect(await figure(path)).toMatchObject({ n: 1 });
    const [found] = await answersOf(path, 'text=whom&channel=phone');
    expect(found).toMatchObject({
      ...{ id: entry.id, day: '2026-11-20', entry: { author: 'Olga' } },
      dimensions: { channel: 'phone', touchpoint: 'Hotline', 'segment.Segment': 'New customers' },
    });
    const { items: imports } = await by(olga).json<{ items: { id: string; kind: string }[] }>('GET', `${path}/imports`);
    expect(imports).toMatchObject([{ kind: 'typed' }]);
    expect((await by(olga).call('DELETE', `/imports/${imports[0]?.id}`)).status).toBe(409);

    const changed = { ...written, text: 'The hotline was easy to find', channel: 'chat', satisfaction: 5, seen: null };
    expect(await by(emil).json('PATCH', `${path}/entries/${entry.id}`, { body: changed })).toMatchObject({
      ...{ id: entry.id, text: changed.text, author: 'Olga', editedAt: expect.any(String) },
    });
    expect((await figure(path))?.distribution.filter(({ count }) => count > 0)).toEqual([{ score: 5, count: 1 }]);
    expect(await answersOf(path, 'channel=phone')).toEqual([]);
    expect(await answersOf(path, 'channel=chat')).toHaveLength(1);
    // Who had it open before does not write over that.
    expect((await by(olga).call('PATCH', `${path}/entries/${entry.id}`, { body: changed })).status).toBe(409);
    const counts = await server.running.database.prisma.evidenceRollup.findMany({ where: { importId: imports[0]?.id ?? '' } });
    expect(counts.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect((await by(emil).call('DELETE', `${path}/entries/${entry.id}`)).status).toBe(204);
    expect(await figure(path)).toMatchObject({ n: 0 });
    expect((await by(olga).call('GET', `${path}/entries/${entry.id}`)).status).toBe(404);
  });

  test('sent twice it is one, personal data stays only by decision, and only such sources take it', async () => {
    const path = await makeSource('observations');
    const headers = { 'Idempotency-Key': 'the-draft-of-olga' };
    const [first, again] = [
      await by(olga).json<Entry>('POST', `${path}/entries`, { body: written, headers, status: 201 }),
      await by(olga).json<Entry>('POST', `${path}/entries`, { body: written, headers, status: 201 }),
    ];
    expect(again.id).toBe(first.id);
    await Promise.all([write(path), write(path)]);
    expect(await figure(path)).toMatchObject({ n: 3 });
    const kept = await write(path, { keepsPersonal: true });
    expect(kept).toMatchObject({ keepsPersonal: true, text: written.text });
    expect(await write(path, { keepsPersonal: true, text: 'Nothing personal' })).toMatchObject({ keepsPersonal: false });
    const audited = await server.running.database.prisma.auditEntry.findMany({ where: { action: 'evidence.personalKept' } });
    expect(audited).toHaveLength(1);
    const refused = async (more: object) =>
      (await by(olga).call('POST', `${path}/entries`, { body: { ...written, ...more } })).status;
    expect(await refused({ text: ' \n' })).toBe(400);
    expect(await refused({ day: '2999-01-01' })).toBe(400);
    expect(await refused({ day: '2026-02-30' })).toBe(400);
    expect(await refused({ satisfaction: 6 })).toBe(400);
    await by(olga).json('PATCH', path, { body: { retentionDays: 3650 } });
    expect(await refused({ day: '1999-01-01' })).toBe(400);
    const survey = await makeSource('tickets');
    expect((await by(olga).call('POST', `${survey}/entries`, { body: written })).status).toBe(409);
  });

  test('pictures and files go with the entry, for whoever may read answers', async () => {
    const path = await makeSource();
    const { id } = await write(path);
    const files = `${path}/entries/${id}/files`;
    const file = await by(emil).json<{ id: string; name: string }>('POST', `${files}?name=sketch.txt`, { ...notes, status: 201 });
    expect(file).toMatchObject({ name: 'sketch.txt', width: null });
    const read = await by(olga).call('GET', `${files}/${file.id}`);
    expect([read.headers.get('content-disposition'), await read.text()]).toEqual([
      expect.stringContaining('sketch.txt'),
      'what she drew',
    ]);
    expect((await answersOf(path))[0]?.entry?.files).toMatchObject([{ id: file.id }]);
    const statuses = async (program: ApiClient | undefined) => [
      (await by(program).call('GET', `${files}/${file.id}`)).status,
      (await by(program).call('POST', files, notes)).status,
      (await by(program).call('POST', `${path}/entries`, { body: written })).status,
      (await by(program).call('PATCH', `${path}/entries/${id}`, { body: written })).status,
      (await by(program).call('DELETE', `${path}/entries/${id}`)).status,
    ];
    expect(await statuses(vera)).toEqual(Array<number>(5).fill(403));
    expect(await statuses(eve)).toEqual(Array<number>(5).fill(404));
    const program = { ...notes, file: new Uint8Array([0x4d, 0x5a, 1, 2]) };
    expect((await by(olga).call('POST', files, program)).status).toBe(400);
    const [row] = await server.running.database.prisma.evidenceFile.findMany({ where: { id: file.id } });
    expect(await listUsedBlobs(server.running.database)).toContain(row?.hash);
    // Editing leaves them; erasing the person takes entry and files.
    await by(olga).json('PATCH', `${path}/entries/${id}`, { body: { ...written, text: 'Other' } });
    expect(await by(olga).json('GET', `${path}/entries/${id}`)).toMatchObject({ files: [{ id: file.id }] });
    const person = { body: { identifier: 'p 3' } };
    type Of = { items: { answer: { id: string; entry: Entry | null } }[] };
    const stored = await by(olga).json<Of>('POST', `/workspaces/${workspaceId}/evidence/person`, person);
    expect(stored.items.find(({ answer }) => answer.id === id)?.answer.entry?.files).toMatchObject([{ name: 'sketch.txt' }]);
    await by(olga).json('POST', `/workspaces/${workspaceId}/evidence/person/erase`, person);
    expect(await server.running.database.prisma.evidenceFile.count({ where: { id: file.id } })).toBe(0);
    expect(await listUsedBlobs(server.running.database)).not.toContain(row?.hash);
    expect((await by(olga).call('POST', `${path}/entries`, { body: written })).status).toBe(409);
    const other = await write(path, { who: 'P4' });
    const toErased = { body: { ...written, who: 'P3' } };
    expect((await by(olga).call('PATCH', `${path}/entries/${other.id}`, toErased)).status).toBe(409);
  });

  test('an entry that is linked is on the map at once, also by its words, and goes when it is too old', async () => {
    const path = await makeSource();
    const sourceId = path.slice('/sources/'.length);
    const more = { who: null, text: 'Nobody told me about the queue' };
    const { id } = await write(path, more);
    const target = { type: 'step', id: 'step2' };
    const operations = [
      { op: 'linkEvidence', target, sourceId, responseId: id },
      { op: 'linkEvidence', target: { type: 'step', id: 'step1' }, sourceId, filter: { text: 'queue' } },
    ];
    await by(olga).json('POST', `/maps/${mapId}/operations`, { body: { operations } });
    const read = async () =>
      (await by(vera).json<OnMap>('GET', `/maps/${mapId}/evidence`)).links
        .filter((link) => link.sourceId === sourceId)
        .map(({ state, answers }) => [state, answers]);
    await read();
    await server.running.imports.settled();
    expect((await read()).sort()).toEqual([
      ['found', 1],
      ['found', 1],
    ]);
    await by(olga).json('PATCH', `${path}/entries/${id}`, { body: { ...written, ...more, text: 'Nobody told me anything' } });
    expect((await read()).sort()).toEqual([
      ['found', 0],
      ['found', 1],
    ]);
    await write(path, { who: null, text: 'The queue again' });
    expect((await read()).filter(([, answers]) => answers === 1)).toHaveLength(2);
    await by(olga).json('PATCH', path, { body: { retentionDays: 1 } });
    await sweepAnswers(server.running, { now: new Date('2027-01-01') });
    expect(await read()).toContainEqual(['erased', 0]);
    expect(await server.running.database.prisma.evidenceEntry.count({ where: { sourceId } })).toBe(0);
  });
});
