import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import { encodeUpdateFrame } from '@/lib/sync/protocol';
import type { Candidate, RunningServer } from './candidate';
import { workshopState } from './documents';
import type { Figures } from './figures';
import { LoadClient } from './loadClient';
import { pause, settles } from './schedule';
import { Tab } from './tab';

const watchers = 3;
/** What is typed, one edit a letter. */
const letters = 'abcdefghijklmnopqrst';
/** Milliseconds from one letter to the next, and that the typist's line takes each way: the next letter leaves before the last has come back. */
const typingMs = 100;
const lineMs = 75;
const patience = 2_000;
/** So many of the typist's clocks the forger takes. */
const forgedClocks = 1_000;

const textOf = ({ doc }: Tab): Y.Text => doc.getText('typed');

/** An update under somebody's client id that begins one clock after the one that they will use next: it waits until they write. */
function forgeAhead(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('before').insert(0, ' ');
  const first = Y.encodeStateVector(doc);
  doc.getText('forged').insert(0, ' '.repeat(forgedClocks));
  const update = Y.encodeStateAsUpdate(doc, first);
  doc.destroy();
  return update;
}

/** Resolves when somebody's presence, which names their client id, has come to a client. */
function hearsOf(client: LoadClient, clientId: number): Promise<void> {
  const encoder = createEncoder();
  writeVarUint(encoder, clientId);
  const named = Buffer.from(toUint8Array(encoder));
  return new Promise((resolve) => {
    client.socket.on('message', (data: Buffer) => data.includes(named) && resolve());
  });
}

async function open(tab: Tab, server: RunningServer, person: number): Promise<Tab> {
  tab.connect(server, server.maps[0] ?? '', person);
  if (!(await settles(() => tab.editsAtSync !== null, patience))) throw new Error('somebody does not get in');
  return tab;
}

/** How many of twenty letters reach everybody else when somebody in the map has sent edits under the typist's client id before. */
export async function measureForged(candidate: Candidate, figures: Figures): Promise<void> {
  const server = await candidate.start([{ state: workshopState }]);
  const typist = new Tab('typist', lineMs);
  const others = Array.from({ length: watchers }, (_, index) => new Tab(`watcher-${index}`));
  const forger = new LoadClient(server, server.maps[0] ?? '', { person: watchers + 1 });
  const showAll = (): boolean => others.every((tab) => textOf(tab).toString() === letters);
  try {
    await Promise.all([forger.synced, ...[typist, ...others].map((tab, person) => open(tab, server, person))]);
    const named = hearsOf(forger, typist.doc.clientID);
    typist.showUp();
    await named;
    forger.send(encodeUpdateFrame(forgeAhead(typist.doc.clientID)));
    await pause(typingMs);
    for (const letter of letters) {
      textOf(typist).insert(textOf(typist).length, letter);
      await pause(typingMs);
    }
    await settles(showAll, patience);
    others.push(await open(new Tab('newcomer'), server, watchers + 2));
    await settles(showAll, patience);
    const seen = [...letters].filter((letter) => others.every((tab) => textOf(tab).toString().includes(letter)));
    const note = `somebody in the map has written under the typist’s client id; ${lineMs} ms each way`;
    const kind = { unit: `of ${letters.length}`, better: 'higher', note } as const;
    figures.add('typed letters that everybody else sees, client id forged', kind, candidate, seen.length);
  } finally {
    for (const tab of [typist, ...others]) tab.disconnect();
    forger.close();
    await server.dispose();
  }
}
