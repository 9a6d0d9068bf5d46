// `npm run simulate -- workshop [--people 40] [--minutes 3] [--seed 1] [--json]`: the real product on a database of its own, a map, a join
// link, and so many people who come in by it, write, move, point and vote at a person's pace, while somebody works in a browser.
import { type BrowserContext, chromium } from '@playwright/test';
import { readMap } from '@/lib/document/readMap';
import { percentile } from '../bench/sync/schedule';
import { Installation } from '../builders/installation';
import { claims, SyncClient } from '../builders/syncClient';
import { TestServer } from '../e2e/support/server';
import { findProblems, settle } from './workshop/compare';
import { Desk } from './workshop/desk';
import { Dice } from './workshop/dice';
import { Visitor } from './workshop/guest';
import { Ledger } from './workshop/ledger';
import { readOptions } from './workshop/options';
import { Participant } from './workshop/participant';
import { type Figure, print } from './workshop/print';
import { readServerFigures } from './workshop/serverFigures';
import { holdVote } from './workshop/voting';

const options = readOptions(process.argv.slice(2));
const say = (sentence: string): void => {
  if (!options.json) console.log(`  ${sentence}`);
};

async function ownerOf(context: BrowserContext, url: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  for (const { name, value } of await context.cookies()) visitor.take(name, value);
  return visitor;
}

async function simulate(server: TestServer, context: BrowserContext): Promise<{ figures: Figure[]; problems: string[] }> {
  const dice = new Dice(options.seed);
  const installation = await Installation.setUp(server, context);
  const mapId = await installation.createMap(context, { type: 'template', id: 'customerServiceCall' });
  const token = await installation.createJoinLink(context, mapId, 'Workshop');
  const owner = await ownerOf(context, server.url);
  const ledger = new Ledger();
  const people = Array.from(
    { length: options.people },
    (_, at) => new Participant(server, `Person ${at + 1}`, new Dice(options.seed * 1_000 + at), ledger),
  );
  const desk = await Desk.open(context, `${server.url}/maps/${mapId}`, new Dice(options.seed + 77));
  const joins: number[] = [];
  await Promise.all(
    people.map(async (person, at) => {
      // A room scans the code within ten seconds.
      await new Promise((tick) => setTimeout(tick, dice.between(0, 10_000)));
      const start = performance.now();
      await person.join(token, at);
      joins.push(performance.now() - start);
    }),
  );
  say(`${people.length} people are in.`);

  const before = await readServerFigures(server.url);
  const start = performance.now();
  const until = start + options.minutes * 60_000;
  const working = Promise.all([desk.work(until), ...people.map((person) => person.work(until))]);
  // What fails first is told, and ends the browser under those who still work.
  working.catch(() => undefined);
  await new Promise((tick) => setTimeout(tick, options.minutes * 30_000));
  const cardIds = readMap(people[0]?.doc ?? never()).map.cards.map(({ id }) => id);
  const voted = await holdVote(owner, people, { mapId, cardIds, dice, seconds: Math.min(20, options.minutes * 10) });
  say(`${voted.given} votes are given.`);
  const [felt] = await working;
  const after = await readServerFigures(server.url);
  const seconds = (performance.now() - start) / 1_000;
  const settled = await settle(people, ledger);
  await desk.saved();

  const fresh = new SyncClient(server.port, { mapId, cookie: owner.cookie, params: { ...claims, confirm: '1' } });
  await new Promise<void>((resolve) => fresh.provider.once('sync', () => resolve()));
  const problems = await findProblems(fresh.doc, people, ledger, desk);
  if (!settled) problems.unshift('A minute after the end not all edits were everywhere.');
  if (voted.counted !== voted.given) problems.push(`Of ${voted.given} votes ${voted.counted} were counted.`);
  const cards = readMap(fresh.doc).map.cards.length;
  fresh.destroy();
  for (const person of people) person.leave();

  const { latencies, acknowledgements, edits } = ledger;
  const figures: Figure[] = [
    ['joining by the link, until the map is there, p50 / p95', 'ms', percentile(joins, 0.5), percentile(joins, 0.95)],
    ['edits; cards in the end', '', edits, cards],
    ['edits per second', '', edits / seconds],
    [
      'an edit until it is at somebody else, p50 / p95 / p99',
      'ms',
      ...[0.5, 0.95, 0.99].map((share) => percentile(latencies, share)),
    ],
    [
      'an edit until its author is told that it is on disk, p50 / p95 / p99',
      'ms',
      ...[0.5, 0.95, 0.99].map((share) => percentile(acknowledgements, share)),
    ],
    ['a vote until it is counted, p50 / p95', 'ms', percentile(voted.times, 0.5), percentile(voted.times, 0.95)],
    ['the server’s memory (RSS), before / after', 'MB', before.resident, after.resident],
    ['the server’s processor time, of one core', '%', (100 * (after.processorSeconds - before.processorSeconds)) / seconds],
    ['the server’s event loop, lag p99', 'ms', after.loopLagP99],
    ['in the browser: frame, median / p95, while panning', 'ms', felt.moving.median, felt.moving.p95],
    ['in the browser: dropped frames, while panning / altogether', '%', felt.moving.dropped, felt.frames.dropped],
    ['in the browser: key to paint, p50 / p95', 'ms', percentile(felt.keys, 0.5), percentile(felt.keys, 0.95)],
    ['in the browser: tasks above 50 ms; the longest', '', felt.longTasks.length, Math.max(0, ...felt.longTasks)],
  ].map(([name, unit, ...values]) => ({ name: String(name), unit: String(unit), values: values.map(Number) }));
  return { figures, problems };
}

function never(): never {
  throw new Error('nobody takes part');
}

const server = await new TestServer().start({ LOG_LEVEL: 'warn' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});
let code = 1;
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const { figures, problems } = await simulate(server, context);
  print(options, figures, problems);
  code = problems.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.dispose();
}
process.exit(code);
