// `npm run bench -- open`: how long a map of 60 steps × 12 lanes with 3,600 cards takes to open, in the real product and in a
// page that has nothing but React Flow and the same 3,600 boxes. Same machine, same Chromium, a fresh context each time, in turn.
import { chromium } from '@playwright/test';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { Installation } from '../builders/installation';
import { largeMap } from '../builders/map';
import { TestServer } from '../e2e/support/server';
import type { BareBox } from './open/bareBox';
import { startBareServer } from './open/bareServer';
import { type Candidate, measureOpening, type Opening, viewport } from './open/measureOpening';
import { writeMap } from './open/writeMap';
import { median, options, type Row, report } from './report';

const rounds = options.quick ? 3 : 9;
const map = largeMap();
const { cards } = layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en') });
const texts = new Map(map.cards.map(({ id, text }) => [id, text]));
const boxes: BareBox[] = cards.map(({ id, box }) => ({ id, ...box, text: texts.get(id) ?? '' }));

const server = await new TestServer().start();
const bare = await startBareServer(boxes);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});
try {
  const owner = await browser.newContext({ viewport });
  const installation = await Installation.setUp(server, owner);
  const mapId = await installation.createMap(owner, { type: 'blank' });
  const cookies = await owner.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await writeMap(Number(new URL(server.url).port), cookie, mapId, map);
  await owner.close();

  const bareWatch = { cards: '.react-flow__node', selected: '.react-flow__node.selected' };
  const candidates = {
    wegmarke: {
      url: `${server.url}/maps/${mapId}`,
      cookies,
      watched: { cards: '.map-card', selected: '.map-card[data-selected="true"]', painted: '.map-painted' },
    },
    bare: { url: `${bare.url}/`, cookies: [], watched: bareWatch },
    'bare, onlyRenderVisibleElements': { url: `${bare.url}/?visible`, cookies: [], watched: bareWatch },
  } satisfies Record<string, Candidate>;
  type Name = keyof typeof candidates;
  const names = Object.keys(candidates) as Name[];
  const found = new Map<Name, Opening[]>(names.map((name) => [name, []]));
  // The first round warms the server and the disk, and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const opening = await measureOpening(browser, candidates[name]);
      if (round > 0) found.get(name)?.push(opening);
    }
  }

  const middle = (name: Name, field: keyof Opening): number => median((found.get(name) ?? []).map((opening) => opening[field]));
  const row = (name: string, field: keyof Opening, unit: string, extra: Partial<Row> = {}): Row => ({
    name,
    unit,
    better: 'lower',
    ours: middle('wegmarke', field),
    peers: Object.fromEntries(names.slice(1).map((peer) => [peer, middle(peer, field)])),
    ...extra,
  });
  report('open', [
    row('first card visible', 'firstCard', 'ms', { note: `median of ${rounds}` }),
    row('interactive', 'interactive', 'ms', { note: 'then no long task for 500 ms' }),
    row('long tasks', 'longTasks', 'tasks'),
    row('blocked by long tasks', 'longTaskTotal', 'ms'),
    row('click until a card is shown selected', 'click', 'ms'),
    row('JavaScript transferred', 'script', 'KB', { note: 'gzip' }),
    row('all HTTP transferred', 'http', 'KB', { note: 'the bare page’s boxes among it' }),
    row('WebSocket received', 'socket', 'KB', { note: 'the document' }),
    row('heap', 'heap', 'MB', { note: 'after a collection' }),
    row('elements', 'elements', 'elements'),
  ]);
} finally {
  await browser.close();
  bare.server.close();
  await server.dispose();
}
