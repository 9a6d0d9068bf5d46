import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createSaveLink, type SaveLink } from '@/components/editor/session/saveLink';
import { setAsOf } from '@/lib/document/operations/meta';
import { renameStage } from '@/lib/document/operations/stages';
import { schemaVersion } from '@/lib/document/schema';
import { addScene } from '@/tests/builders/roomServer';
import { UnreliableLine } from '@/tests/builders/unreliableLine';
import { until, useRooms } from '../sync/setUp';
import { TroubledStorage } from '../sync/troubledStorage';

type Page = { doc: Y.Doc; link: SaveLink; rename(title: string): void; title(): string };

describe('the save state of an open map', () => {
  const storage = new TroubledStorage();
  const rooms = useRooms({ wrap: (real) => storage.around(real), limits: { retryMs: 10, retryMaxMs: 40 } });
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  /** What a browser's page does with a map, without the browser: document, socket and save state. */
  function openPage(mapId: string, cookie: string, { mayWrite = true, epoch = 1, port = rooms.server.port } = {}): Page {
    class BrowserSocket extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { Origin: `http://127.0.0.1:${port}`, Cookie: cookie } });
      }
    }
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    const link = createSaveLink({
      doc,
      awareness,
      target: { serverUrl: `ws://127.0.0.1:${port}/sync`, mapId, epoch, schemaVersion },
      onFacts: () => undefined,
      onUnconfirmed: () => undefined,
      onRoleChanged: () => undefined,
      onEnded: () => undefined,
      socket: BrowserSocket as unknown as typeof globalThis.WebSocket,
    });
    link.send({ type: 'role', mayWrite });
    link.connection.connect();
    ends.push(() => {
      link.destroy();
      awareness.destroy();
      doc.destroy();
    });
    const stage = (): string => [...doc.getMap('stages').keys()].sort()[0] ?? '';
    return {
      doc,
      link,
      rename: (title) => void renameStage(doc, { id: stage(), title }),
      title: () => String((doc.getMap('stages').get(stage()) as Y.Map<unknown> | undefined)?.get('title') ?? ''),
    };
  }

  const reaches = (page: Page, expected: object) => until(() => expect(page.link.state.get()).toMatchObject(expected));

  it('is saved only when the server has committed', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const page = openPage(mapId, owner.cookie);
    await reaches(page, { kind: 'saved' });
    storage.hold();
    page.rename('One');
    setAsOf(page.doc, { asOf: '2026-01-01' });
    await storage.reached();
    expect(page.link.state.get()).toEqual({ kind: 'saving', changes: 2 });
    storage.letGo();
    await reaches(page, { kind: 'saved' });
    expect((await rooms.server.rooms.liveMaps.read(mapId)).map.meta.asOf).toBe('2026-01-01');
  });

  it('counts what is edited offline, and brings it', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const [page, other] = [openPage(mapId, owner.cookie), openPage(mapId, owner.cookie)];
    await reaches(page, { kind: 'saved' });
    await reaches(other, { kind: 'saved' });
    page.link.connection.disconnect();
    page.rename('Offline');
    setAsOf(page.doc, { asOf: '2026-02-02' });
    expect(page.link.state.get()).toEqual({ kind: 'offline', cause: 'network', changes: 2, kept: true });
    page.link.connection.reconnect();
    await reaches(page, { kind: 'saved' });
    await until(() => expect(other.title()).toBe('Offline'));
  });

  it('comes back by itself when the server does', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const line = await new UnreliableLine(rooms.server.port).up();
    ends.push(() => void line.down());
    const page = openPage(mapId, owner.cookie, { port: line.port });
    await reaches(page, { kind: 'saved' });
    for (let round = 1; round <= 4; round++) {
      await line.down();
      await reaches(page, { kind: 'offline' });
      page.rename(`while down, round ${round}`);
      expect(page.link.state.get()).toMatchObject({ kind: 'offline', changes: 1 });
      await line.up();
      await reaches(page, { kind: 'saved' });
      const { map } = await rooms.server.rooms.liveMaps.read(mapId);
      expect(map.stages.some(({ title }) => title === `while down, round ${round}`)).toBe(true);
    }
  });

  it('is never off by one over many connections and edits', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const page = openPage(mapId, owner.cookie);
    await reaches(page, { kind: 'saved' });
    for (let round = 0; round < 15; round++) {
      page.rename(`round ${round} a`);
      if (round % 3 === 1) page.link.connection.reconnect();
      page.rename(`round ${round} b`);
      if (round % 4 === 2) await reaches(page, { kind: 'saved' });
    }
    await reaches(page, { kind: 'saved' });
    const { map } = await rooms.server.rooms.liveMaps.read(mapId);
    expect(map.stages.some(({ title }) => title === 'round 14 b')).toBe(true);
  });

  it('says when the server cannot save, and recovers', async () => {
    const { mapId, owner } = await addScene(rooms.server);
    const page = openPage(mapId, owner.cookie);
    await reaches(page, { kind: 'saved' });
    storage.fail();
    page.rename('Unsaved');
    await reaches(page, { kind: 'notSaved', reason: 'serverStorage', changes: 1 });
    storage.mend();
    await reaches(page, { kind: 'saved' });
  });

  it('knows another epoch, no access and readers', async () => {
    const { mapId, owner, join } = await addScene(rooms.server);
    const old = openPage(mapId, owner.cookie, { epoch: 7 });
    await reaches(old, { kind: 'reloadNeeded', changes: 0 });
    const nobody = openPage(mapId, '');
    await reaches(nobody, { kind: 'noAccess', reason: 'signedOut' });
    const gone = openPage('nothingHere', owner.cookie);
    await reaches(gone, { kind: 'noAccess', reason: 'notFound' });
    const reader = openPage(mapId, (await join('viewer')).cookie, { mayWrite: false });
    await reaches(reader, { kind: 'readOnly', online: true });
  });
});
