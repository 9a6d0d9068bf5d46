import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, serveDescribedApi } from './support/described';
import type { Scene } from './support/scene';

const server = serveDescribedApi();

type Place = 'there' | 'bin' | 'gone';
type Known = { title: string; cards: string[]; workspaceId: string; place: Place };

/** What programs can do to the maps of a workspace; `dice` chooses which map, and what is written. */
const verbs = [
  'make',
  'make',
  'import',
  'rename',
  'addCard',
  'failToAdd',
  'delete',
  'restore',
  'purge',
  'duplicate',
  'move',
] as const;
const step = fc.record({ verb: fc.constantFrom(...verbs), dice: fc.nat(1000) });

/** The maps of one person as they ought to be, and the calls that make them so. */
class Maps {
  readonly known = new Map<string, Known>();
  private readonly token: string;
  private readonly workspaceIds: string[];

  constructor({ tokens, ids }: Scene) {
    this.token = tokens.write;
    this.workspaceIds = [ids.workspaceId ?? '', ids.otherWorkspaceId ?? ''];
  }

  /** Calls; the status must be this one, and the answer as described. */
  private async call(id: string, path: string, status: number, body?: unknown): Promise<ReturnType<typeof JSON.parse>> {
    const { api, description } = server;
    const described = description.operation(id);
    const reply = await api.call(described.method, path, { token: this.token, ...(body === undefined ? {} : { body }) });
    expect([id, reply.status, reply.status === status ? '' : reply.text]).toEqual([id, status, '']);
    expect(description.contradictions(described, reply)).toEqual([]);
    return reply.body.length > 0 ? reply.json : undefined;
  }

  async do({ verb, dice }: { verb: (typeof verbs)[number]; dice: number }): Promise<void> {
    const ids = [...this.known.keys()];
    const id = ids[dice % Math.max(1, ids.length)] ?? 'nosuch';
    const map = this.known.get(id) ?? { title: '', cards: [], workspaceId: '', place: 'gone' as const };
    const isThere = map.place === 'there';
    const text = `text ${dice}`;
    const workspaceId = this.workspaceIds[dice % 2] ?? '';
    switch (verb) {
      case 'make': {
        const body = { workspaceId, source: { type: 'mermaid', text: `journey\n  title ${text}\n  section a\n    b: 3: c` } };
        const made = await this.call('createMap', '/maps', 201, body);
        this.known.set(made.id, { title: text, cards: [], workspaceId, place: 'there' });
        return;
      }
      case 'import': {
        if (!isThere) return;
        const { map: content } = await this.call('getMapDocument', `/maps/${id}/document`, 200);
        const made = await this.call('importMap', `/maps/import?workspace=${workspaceId}&format=json`, 201, content);
        expect(made.report).toEqual([]);
        this.known.set(made.id, { ...map, cards: [...map.cards], workspaceId });
        return;
      }
      case 'rename':
        await this.call('updateMap', `/maps/${id}`, isThere ? 200 : 404, { title: text });
        if (isThere) map.title = text;
        return;
      case 'addCard':
      case 'failToAdd': {
        const operations = [
          { op: 'addStage', as: 'stage' },
          { op: 'addStep', at: { stageId: '$stage' }, as: 'step' },
          { op: 'addLane', kind: 'doing', as: 'lane' },
          { op: 'addCard', at: { stepId: '$step', laneId: '$lane' }, text },
          ...(verb === 'addCard' ? [] : [{ op: 'deleteCards', ids: ['nosuch'] }]),
        ];
        await this.call('editMap', `/maps/${id}/operations`, !isThere ? 404 : verb === 'addCard' ? 200 : 409, { operations });
        if (isThere && verb === 'addCard') map.cards.push(text);
        return;
      }
      case 'delete':
        await this.call('deleteMap', `/maps/${id}`, isThere ? 204 : 404);
        if (isThere) map.place = 'bin';
        return;
      case 'restore':
        await this.call('restoreMap', `/maps/${id}/restore`, map.place === 'gone' ? 404 : 200);
        if (map.place === 'bin') map.place = 'there';
        return;
      case 'purge':
        await this.call('purgeMap', `/maps/${id}/purge`, isThere ? 409 : map.place === 'bin' ? 204 : 404);
        if (map.place === 'bin') map.place = 'gone';
        return;
      case 'duplicate': {
        const made = await this.call('duplicateMap', `/maps/${id}/duplicate`, isThere ? 201 : 404, { title: text });
        if (isThere) this.known.set(made.id, { ...map, title: text, cards: [...map.cards] });
        return;
      }
      case 'move':
        await this.call('moveMap', `/maps/${id}/move`, isThere ? 200 : 404, { workspaceId });
        if (isThere) map.workspaceId = workspaceId;
    }
  }

  /** All maps of a list, read page by page. */
  private async list(query: string): Promise<{ id: string; title: string; workspaceId: string }[]> {
    const items: { id: string; title: string; workspaceId: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await this.call('listMaps', `/maps?limit=3${query}${from}`, 200);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  /** Throws unless the lists, and each map, are as they ought to be. */
  async check(others: readonly string[]): Promise<void> {
    const at = (place: Place, workspaceId?: string) =>
      [...this.known]
        .filter(([, map]) => map.place === place && (workspaceId === undefined || map.workspaceId === workspaceId))
        .map(([id]) => id)
        .sort();
    const idsIn = async (query: string) =>
      (await this.list(query))
        .map(({ id }) => id)
        .filter((id) => !others.includes(id))
        .sort();
    expect(await idsIn('')).toEqual(at('there'));
    expect(await idsIn('&deleted=true')).toEqual(at('bin'));
    for (const workspaceId of this.workspaceIds) {
      expect(await idsIn(`&workspace=${workspaceId}`)).toEqual(at('there', workspaceId));
    }
    for (const [id, { title, cards, workspaceId, place }] of this.known) {
      const summary = await this.call('getMap', `/maps/${id}`, place === 'there' ? 200 : 404);
      if (place !== 'there') continue;
      expect(summary).toMatchObject({ id, title, workspaceId, deletedAt: null });
      const { map } = await this.call('getMapDocument', `/maps/${id}/document`, 200);
      expect(
        map.cards.map((card: { text: string }) => card.text).filter((text: string) => text.startsWith('text ')),
      ).toHaveLength(cards.length);
      expect(map.cards.map((card: { text: string }) => card.text)).toEqual(expect.arrayContaining(cards));
    }
  }
}

test('whatever is made, changed, put away, brought back, copied, moved and removed: the lists and the maps are as they ought to be', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    const scene = await server.api.scene();
    const maps = new Maps(scene);
    for (const each of steps) await maps.do(each);
    await maps.check([scene.ids.mapId ?? '', scene.ids.deletedMapId ?? '', scene.ids.futureMapId ?? '']);
  });
  await fc.assert(property, runs());
});
