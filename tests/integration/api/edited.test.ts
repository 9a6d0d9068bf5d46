import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { runs, serveDescribedApi } from './support/described';
import { faultsOf, fillRequest, send } from './support/judge';
import { requestsTo } from './support/randomRequest';

const server = serveDescribedApi();

test('a map that was edited at random can be read, taken along in every format, and made again from its JSON', async () => {
  const { api, description } = server;
  const edit = description.operation('editMap');
  const exporting = description.operation('exportMap');
  const property = fc.asyncProperty(
    fc.array(requestsTo(edit, description, 'own'), { minLength: 5, maxLength: 25 }),
    async (edits) => {
      const scene = await api.scene();
      const token = scene.tokens.write;
      const path = `/maps/${scene.ids.mapId}`;
      for (const asked of edits) {
        const reply = await send(
          api,
          fillRequest(edit, { ...asked, headers: { 'Content-Type': 'application/json' } }, scene),
          token,
        );
        expect(faultsOf(description, edit, reply, scene)).toEqual([]);
        expect([200, 409]).toContain(reply.status);
        outcomes.set(reply.status, (outcomes.get(reply.status) ?? 0) + 1);
      }
      const { map } = await api.ask(token, 'GET', `${path}/document`);
      expect(journeyMapSchema.parse(map)).toEqual(map);
      for (const format of ['svg', 'png', 'pdf', 'json', 'mermaid']) {
        const reply = await api.call('GET', `${path}/export?format=${format}&scale=1`, { token });
        // A picture can be too large to be drawn.
        if (reply.status !== 413)
          expect([format, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([format, 200, '']);
        expect(faultsOf(description, exporting, reply, scene)).toEqual([]);
      }
      const file = await api.call('GET', `${path}/export?format=json`, { token });
      const made = await api.call('POST', `/maps/import?workspace=${scene.ids.workspaceId}&format=json`, {
        ...{ token, raw: file.body, headers: { 'Content-Type': 'application/json' } },
      });
      // Edits may name files and sources that are nowhere: those are left out, and it is said.
      const attachments = map.attachments.filter(({ fileId }: { fileId: string }) => fileId === scene.ids.fileId);
      const links = map.links.filter(({ sourceId }: { sourceId: string }) => sourceId === scene.ids.sourceId);
      const said = [
        ...(attachments.length < map.attachments.length ? ['json.filesMissing'] : []),
        ...(links.length < map.links.length ? ['json.evidenceMissing'] : []),
      ];
      expect([made.status, made.json.report.map(({ code }: { code: string }) => code)]).toEqual([201, said]);
      const { map: read } = await api.ask(token, 'GET', `/maps/${made.json.id}/document`);
      const { notes } = map.meta;
      // What is said stands in the new map's notes, too, behind what stood there.
      expect(read.meta.notes.startsWith(notes)).toBe(true);
      if (said.length === 0) expect(read.meta.notes).toBe(notes);
      expect({ ...read, meta: { ...read.meta, notes } }).toEqual({ ...map, attachments, links });
    },
  );
  const outcomes = new Map<number, number>();
  await fc.assert(property, runs(1 / 2));
  // Else next to nothing was edited.
  expect(outcomes.get(200)).toBeGreaterThan((outcomes.get(409) ?? 0) / 4);
});
