import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { mapEvidenceSchema, targetFiguresSchema } from '@/lib/api/schemas/mapEvidence';
import { readAuditPage } from '@/lib/audit/readAudit';
import { findSource } from '@/lib/data/evidence/sources';
import type { MapRow } from '@/lib/data/maps';
import { summariseSource } from '@/lib/sources/summariseSources';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Body = z.output<typeof mapEvidenceSchema>;
type Target = z.output<typeof targetFiguresSchema>;
type Figures = { items: { figure: { standing: string }; groups: { figure: { standing: string } }[] }[] };

describe('from how many answers on there are scores', () => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let map: MapRow;
  let sourceId: string;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
    olga = await addPerson(server.running, 'Olga');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    map = await addMap(server.running, workspaceId);
    const { database } = server.running;
    sourceId = await storeSource(database, workspaceId);
    program = await ApiClient.of(server.running, olga);
    await storeAnswers(
      database,
      { sourceId, workspaceId },
      manyAnswers(20, () => ({ day: '2026-01-10', nps: 10, channel: 'phone' })),
    );
    const operations = [{ op: 'linkEvidence', target: { type: 'step', id: 'step2' }, sourceId }];
    await program.json('POST', `/maps/${map.id}/operations`, { body: { operations } });
  });

  const path = () => `/workspaces/${workspaceId}/evidence/limits`;
  const set = (body: object, as = program) => as.call('PATCH', path(), { body });
  const told = async () => {
    const { limits, steps } = await program.json<Body>('GET', `/maps/${map.id}/evidence`);
    const step = steps.find(({ stepId }) => stepId === 'step2');
    const score = step?.scores[0];
    const target = await program.json<Target>('GET', `/maps/${map.id}/evidence/figures?target=step:step2&split=channel`);
    const source = await program.json<Figures>('GET', `/sources/${sourceId}/figures?split=channel`);
    const row = await findSource(server.running.database, sourceId);
    const summary = row && (await summariseSource(server.running, row));
    return {
      limits,
      step: [score?.figure.standing, score?.months[0]?.standing, step?.emotion?.standing, step?.level.level],
      target: [target.scores[0]?.figure.standing, target.scores[0]?.groups[0]?.figure.standing],
      source: [source.items[0]?.figure.standing, source.items[0]?.groups[0]?.figure.standing],
      list: summary?.scores[0]?.figure.standing,
    };
  };

  test('is as usual until an owner says otherwise, and then holds everywhere at once', async () => {
    expect(await program.json('GET', path())).toEqual({ score: 10, firm: 30 });
    expect(await told()).toEqual({
      limits: { score: 10, firm: 30 },
      step: ['tentative', 'tentative', 'tentative', 'assumed'],
      target: ['tentative', 'tentative'],
      source: ['tentative', 'tentative'],
      list: 'tentative',
    });
    const changed: unknown[] = [];
    const stop = server.running.events.subscribe(
      ({ kind, workspaceId: of }) => kind === 'evidence.changed' && of === workspaceId,
      ({ payload }) => changed.push(payload),
    );
    expect(await (await set({ score: 5, firm: 20 })).json()).toEqual({ score: 5, firm: 20 });
    await expect.poll(() => changed).toEqual([{ sourceId: null, importId: null }]);
    stop();
    expect(await told()).toEqual({
      limits: { score: 5, firm: 20 },
      step: ['firm', 'firm', 'firm', 'measured'],
      target: ['firm', 'firm'],
      source: ['firm', 'firm'],
      list: 'firm',
    });
    await set({ score: 21, firm: 50 });
    expect((await told()).step).toEqual(['tooFew', 'tooFew', 'tooFew', 'assumed']);
  });

  test('is for owners to say, and in the audit log each time that it changes', async () => {
    for (const body of [{ score: 30, firm: 10 }, { score: 0, firm: 10 }, { score: 1.5, firm: 10 }, { score: 5 }, {}]) {
      expect((await set(body)).status).toBe(400);
    }
    await set({ score: 5, firm: 20 });
    await set({ score: 5, firm: 20 });
    const { entries } = await readAuditPage(server.running.database, workspaceId, { kind: 'workspace' });
    const mine = entries.filter(({ action }) => action === 'evidence.limitsChanged');
    expect(mine.map(({ detail }) => detail)).toEqual([{ scoreBefore: 10, scoreAfter: 5, firmBefore: 30, firmAfter: 20 }]);
    for (const role of ['editor', 'commenter', 'viewer'] as const) {
      const other = await addPerson(server.running, role);
      await addMember(server.running, workspaceId, other, role);
      const client = await ApiClient.of(server.running, other);
      expect(await client.json('GET', path())).toEqual({ score: 5, firm: 20 });
      expect((await set({ score: 1, firm: 1 }, client)).status).toBe(403);
    }
    const stranger = await ApiClient.of(server.running, await addPerson(server.running, 'Stella'));
    expect((await set({ score: 1, firm: 1 }, stranger)).status).toBe(404);
  });
});
