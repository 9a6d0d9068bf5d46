import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import type { Desk } from './desk';
import type { Ledger } from './ledger';
import type { Participant } from './participant';

const settledMs = 60_000;

/** Waits until everybody's edits are confirmed and everywhere. Returns whether that came about in a minute. */
export async function settle(people: readonly Participant[], ledger: Ledger): Promise<boolean> {
  const end = performance.now() + settledMs;
  const isSettled = (): boolean =>
    people.every(({ unconfirmed }) => unconfirmed <= 0) && people.every(({ doc }) => ledger.lackingIn(doc).length === 0);
  while (!isSettled()) {
    if (performance.now() > end) return false;
    await new Promise((tick) => setTimeout(tick, 100));
  }
  // What has no clock of its own (a deletion) is on its way no longer than this.
  await new Promise((tick) => setTimeout(tick, 1_000));
  return true;
}

const contentOf = (doc: Y.Doc): string => JSON.stringify(readMap(doc).map);
const clocksOf = (doc: Y.Doc): string => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort());

/** What is wrong in the end, as sentences: documents that differ, edits and cards that are not there. `fresh`: of somebody who came last. */
export async function findProblems(fresh: Y.Doc, people: readonly Participant[], ledger: Ledger, desk: Desk): Promise<string[]> {
  const problems: string[] = [];
  const [content, clocks] = [contentOf(fresh), clocksOf(fresh)];
  for (const { name, doc, unconfirmed, dropped } of people) {
    if (contentOf(doc) !== content) problems.push(`The map of ${name} is not what the server has.`);
    else if (clocksOf(doc) !== clocks) problems.push(`The document of ${name} has other edits than the server's.`);
    if (unconfirmed > 0) problems.push(`${unconfirmed} edits of ${name} were not confirmed.`);
    if (dropped > 0) problems.push(`${name} lost the connection ${dropped} times.`);
  }
  const lacking = ledger.lackingIn(fresh);
  if (lacking.length > 0) problems.push(`The server lacks edits of ${lacking.length} people.`);
  const { cards } = readMap(fresh).map;
  const texts = new Map(cards.map(({ id, text }) => [id, text.replace(/\s+/g, '')]));
  const lost = people.flatMap(({ made }) => made).filter((id) => !texts.has(id));
  if (lost.length > 0) problems.push(`${lost.length} cards that people made are not there.`);
  for (const [id, shown] of await desk.cards()) {
    if (!shown.includes(texts.get(id) ?? '\0'))
      problems.push(`The browser shows “${shown}”, where “${texts.get(id)}” is written.`);
  }
  return problems;
}
