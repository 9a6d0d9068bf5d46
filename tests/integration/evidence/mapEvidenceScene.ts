import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { z } from 'zod';
import type { mapEvidenceSchema } from '@/lib/api/schemas/mapEvidence';
import type { MapRow } from '@/lib/data/maps';
import type { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { type GivenAnswer, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import type { DatabaseKind } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

export type Body = z.output<typeof mapEvidenceSchema>;
type NewLink = Parameters<typeof linkEvidence>[1];

export const step = (id: string) => ({ type: 'step', id }) as const;
/** 60 % promoters on the hotline, 10 % in the shop; satisfied there, not here. */
export const answerOf = (index: number): Omit<GivenAnswer, 'id'> => {
  const isHotline = index % 2 === 0;
  return {
    day: `2026-0${1 + (index % 6)}-1${index % 10}`,
    touchpoint: isHotline ? 'Hotline' : 'Shop',
    channel: isHotline ? 'phone' : 'shop',
    segments: { Region: index % 3 === 0 ? 'North' : 'South' },
    nps: isHotline ? (index % 10 < 6 ? 9 : 3) : index % 20 === 1 ? 10 : 0,
    csat: isHotline ? 2 : 5,
    ...(index % 4 === 0 ? { text: `Reason ${index}` } : {}),
  };
};

/** A map in a new workspace for each test, answers that are brought in, and what is linked to the map. */
export function mapEvidenceScene(kind: DatabaseKind) {
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let workspaceId: string;
  let sourceId: string;
  let map: MapRow;
  let mapId: string;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    vera = await addPerson(server.running, 'Vera');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    await addMember(server.running, workspaceId, vera, 'viewer');
    program = await ApiClient.of(server.running, olga);
    map = await addMap(server.running, workspaceId);
    mapId = map.id;
    sourceId = await storeSource(server.running.database, workspaceId);
  });

  const bringIn = (answers: readonly GivenAnswer[], of = sourceId) =>
    storeAnswers(server.running.database, { sourceId: of, workspaceId }, answers);
  const link = async (...links: NewLink[]): Promise<string[]> => {
    const operations = links.map((each) => ({ op: 'linkEvidence', ...each }));
    const body = { operations };
    const { results } = await program.json<{ results: { id: string }[] }>('POST', `/maps/${mapId}/operations`, { body });
    return results.map(({ id }) => id);
  };
  const read = () => program.json<Body>('GET', `/maps/${mapId}/evidence`);
  const ofStep = async (id: string) => (await read()).steps.find(({ stepId }) => stepId === id);
  const scoresOf = (of: { scores: Body['steps'][number]['scores'] } | undefined) =>
    Object.fromEntries((of?.scores ?? []).map(({ scale, figure }) => [scale.metric, [figure.n, figure.score]]));
  return {
    ...{ bringIn, link, read, ofStep, scoresOf },
    /** What there is for the test that runs. */
    now: () => ({ server, olga, vera, workspaceId, sourceId, map, mapId, program }),
  };
}
