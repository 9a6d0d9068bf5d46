import type { Browser, Cookie } from '@playwright/test';
import * as Y from 'yjs';
import { setText } from '@/lib/document/textReference';
import { Installation } from '../../builders/installation';
import { claims, SyncClient } from '../../builders/syncClient';
import { TestServer } from '../../e2e/support/server';
import { writeMap } from '../open/writeMap';
import type { Board, Crowd } from './board';

/** The ids of a map's cards are kept by `writeMap`, so notes are found by them. */
async function gather(port: number, mapId: string, cookie: string, people: number): Promise<Crowd> {
  const clients: SyncClient[] = [];
  const first = await join(port, mapId, cookie);
  clients.push(first);
  const state = Y.encodeStateAsUpdate(first.doc);
  while (clients.length < people) clients.push(await join(port, mapId, cookie, state));
  return {
    edit(person, { id, text }) {
      const doc = clients[person % clients.length]?.doc;
      if (doc) setText(doc, { reference: { type: 'card', id, field: 'text' }, text });
    },
    leave() {
      for (const client of clients) client.destroy();
    },
  };
}

async function join(port: number, mapId: string, cookie: string, state?: Uint8Array): Promise<SyncClient> {
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  const client = new SyncClient(port, { mapId, cookie, params: { ...claims, confirm: '1' }, doc });
  await new Promise<void>((resolve) => client.provider.once('sync', () => resolve()));
  return client;
}

/** The real product: the production server on the embedded database, with an account, its access checks, and real clients as the others. */
export async function startOurs(browser: Browser): Promise<Board> {
  const server = await new TestServer().start({ BACKUP_HOURS: '0' });
  const owner = await browser.newContext();
  const installation = await Installation.setUp(server, owner);
  const cookies: Cookie[] = await owner.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return {
    name: 'Wegmarke',
    zoomKind: 'ours',
    async open({ map }) {
      const mapId = await installation.createMap(owner, { type: 'blank' });
      await writeMap(server.port, cookie, mapId, map);
      return {
        url: `${server.url}/maps/${mapId}`,
        cookies,
        gather: (people) => gather(server.port, mapId, cookie, people),
      };
    },
    close: () => server.dispose(),
  };
}
