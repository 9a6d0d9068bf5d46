import type { Candidate, RunningServer } from '../sync/candidate';
import { workshopState } from '../sync/documents';
import { pause, settles } from '../sync/schedule';
import { Tab } from '../sync/tab';

const people = 20;
/** Pause (ms) of a person between two edits: five letters a second. */
const typingMs = 200;
/**
 * People type for at least and at most so long (ms) before the server is killed, short times being more frequent than long ones. The longest
 * leaves Hocuspocus the 10 s after which it stores even what is being edited.
 */
const shortest = 300;
const longest = 12_000;
/**
 * A document is taken for complete when it has all that is looked for, or nothing has come for so long (ms): a server that says that all is there
 * before it has read its store may take seconds to read it.
 */
const quietMs = 10_000;
const patience = 60_000;

export type Outcome = {
  crashes: number;
  edits: number;
  acknowledged: number;
  /** Edits that were acknowledged and were not on the server after a crash, before any tab had come back. */
  acknowledgedLost: number;
  /** The same of edits that others had on their screens. */
  seen: number;
  seenLost: number;
  /** Edits that are nowhere on the server in the end, although their authors' tabs came back. */
  lostForGood: number;
  /** Crashes after which the first person was told that everything is there before it was. */
  syncedEarly: number;
  /** Milliseconds until acknowledgements came. */
  times: number[];
};

/** A repeatable sequence of numbers from 0 to 1: every candidate is killed at the same moments. */
function randomNumbers(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Somebody who comes first after a crash, and stays until they have all of these edits, or nothing more arrives. */
async function bringWitness(server: RunningServer, room: string, lookedFor: ReadonlySet<string>): Promise<Tab> {
  const witness = new Tab('witness');
  let last = performance.now();
  witness.doc.on('update', () => {
    last = performance.now();
  });
  witness.connect(server, room, 0);
  if (!(await settles(() => witness.editsAtSync !== null, patience))) throw new Error('nobody gets in after a crash');
  last = performance.now();
  const hasAll = (): boolean => witness.map.size >= lookedFor.size && [...lookedFor].every((edit) => witness.map.has(edit));
  await settles(() => hasAll() || performance.now() - last > quietMs, patience);
  return witness;
}

/** Twenty people type, the server is killed and started again, so many times over. */
export async function crashAgainAndAgain(candidate: Candidate, crashes: number): Promise<Outcome> {
  const random = randomNumbers();
  const server = await candidate.start([{ state: workshopState }]);
  const room = server.maps[0] ?? '';
  const tabs = Array.from({ length: people }, (_, index) => new Tab(`tab-${index}`));
  const acknowledgedLost = new Set<string>();
  const seenLost = new Set<string>();
  let syncedEarly = 0;
  const every = (field: 'acknowledged' | 'seen'): Set<string> => new Set(tabs.flatMap((tab) => [...tab[field]]));
  /** Looks at what the server has, then brings everybody back. */
  const comeBack = async (): Promise<void> => {
    const [acknowledged, seen] = [every('acknowledged'), every('seen')];
    const witness = await bringWitness(server, room, new Set([...acknowledged, ...seen]));
    for (const edit of acknowledged) if (!witness.map.has(edit)) acknowledgedLost.add(edit);
    for (const edit of seen) if (!witness.map.has(edit)) seenLost.add(edit);
    if ((witness.editsAtSync ?? 0) < witness.map.size) syncedEarly += 1;
    for (const [index, tab] of tabs.entries()) tab.connect(server, room, index);
    await settles(() => tabs.every(({ editsAtSync }) => editsAtSync !== null), patience);
    witness.disconnect();
    witness.doc.destroy();
  };
  try {
    for (let crash = 0; crash < crashes; crash++) {
      await comeBack();
      const typing = tabs.map((tab, index) => {
        let timer = setTimeout(
          () => {
            timer = setInterval(() => tab.edit(), typingMs);
          },
          (typingMs * index) / people,
        );
        return () => clearInterval(timer);
      });
      await pause(shortest * (longest / shortest) ** random());
      await server.kill();
      for (const stop of typing) stop();
      for (const tab of tabs) tab.disconnect();
      await server.restart();
    }
    await comeBack();
    const edits = tabs.reduce((sum, tab) => sum + tab.edits, 0);
    await settles(() => tabs.every(({ map }) => map.size === edits), patience);
    // All have gone and one has come: it finds what the server has.
    for (const tab of tabs) tab.disconnect();
    const made = new Set(tabs.flatMap(({ map }) => [...map.keys()]));
    const last = await bringWitness(server, room, made);
    const result: Outcome = {
      ...{ crashes, edits, syncedEarly },
      acknowledged: every('acknowledged').size,
      acknowledgedLost: acknowledgedLost.size,
      seen: every('seen').size,
      seenLost: seenLost.size,
      lostForGood: edits - last.map.size,
      times: tabs.flatMap(({ times }) => times),
    };
    last.disconnect();
    return result;
  } finally {
    for (const tab of tabs) tab.disconnect();
    await server.dispose();
  }
}
